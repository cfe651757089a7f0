// Facets: choices that narrow a list of results. Choices of one facet add up, facets combine, and each choice says how many
// results it would leave. Choices that would leave none are not shown.
(() => {
  const search = window.handbookSearch;

  // Every facet with its heading and its choices. Kinds of record come first; countries are read off the entries.
  const all = () => {
    const { kinds, facets, entries } = search.heads;
    const countries = [...new Set(entries.flatMap(({ in: places }) => places?.country || []))].sort((one, two) => one.localeCompare(two));
    return [
      ["kind", "", Object.entries(kinds).map(([kind, [, many]]) => [kind, many])],
      ...facets.map(([name, heading, choices]) => [name, heading, name === "country" ? countries.map((country) => [country, country]) : choices]),
    ];
  };

  const held = (entry, name) => (name === "kind" ? [entry.kind] : entry.in?.[name] || []);
  const fits = (entry, chosen, except) => Object.entries(chosen).every(([name, values]) => name === except || !values.length || held(entry, name).some((value) => values.includes(value)));

  const box = (name, value, label, count, checked) => {
    const input = document.createElement("input");
    Object.assign(input, { type: "checkbox", name, value, checked });
    const number = document.createElement("span");
    number.className = "quiet";
    number.textContent = count;
    const row = document.createElement("label");
    row.append(input, " ", label, " ", number);
    return row;
  };

  // Draw the facets of `results` into `place`. The control that has the focus keeps it.
  const draw = (place, results, chosen, kindHeading) => {
    const { name: at, value: of } = document.activeElement?.closest("[data-facets]") ? document.activeElement : {};
    place.replaceChildren(...all().flatMap(([name, heading, choices]) => {
      const counted = results.filter(({ entry }) => fits(entry, chosen, name));
      const rows = choices.map(([value, label]) => {
        const count = counted.filter(({ entry }) => held(entry, name).includes(value)).length;
        const checked = (chosen[name] || []).includes(value);
        return count || checked ? box(name, value, label, count, checked) : null;
      }).filter(Boolean);
      if (!rows.length) return [];
      const group = document.createElement("fieldset");
      const legend = document.createElement("legend");
      legend.textContent = heading || kindHeading;
      group.append(legend, ...rows);
      return [group];
    }));
    if (at) [...place.querySelectorAll("input")].find((input) => input.name === at && input.value === of)?.focus();
  };

  const read = (parameters) => Object.fromEntries(all().map(([name]) => [name, parameters.getAll(name)]));

  search.facets = { draw, fits, read };
})();
