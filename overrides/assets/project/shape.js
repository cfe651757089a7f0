// The shape of a project file, checked against its schema, which comes in project-start.js and is made from the model.
// It needs no page: what goes in is plain data, what comes out is where it is wrong.
(() => {
  const project = window.handbookProject;
  const { schema } = project.start;
  const forms = new Map();

  const fits = (pattern, text) => {
    if (!forms.has(pattern)) forms.set(pattern, new RegExp(pattern, "u"));
    return forms.get(pattern).test(text);
  };

  const isDay = (text) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text && text >= "0001";
  };

  const isText = (node, value) => {
    const length = [...value].length;
    return length >= (node.minLength || 0) && length <= (node.maxLength ?? Infinity) && !/\p{Cs}/u.test(value)
      && (!node.pattern || fits(node.pattern, value)) && (!node.enum || node.enum.includes(value)) && (node.format !== "date" || isDay(value));
  };

  const isNumber = (node, value) => Number.isInteger(value) && value >= (node.minimum ?? -Infinity) && value <= (node.maximum ?? Infinity);

  const VALUES = {
    string: (node, value) => typeof value === "string" && isText(node, value),
    integer: isNumber,
    boolean: (node, value) => value === node.const,
    null: (node, value) => value === null,
  };

  const list = (node, value, path) => {
    if (!Array.isArray(value) || value.length > (node.maxItems ?? Infinity)) return [path];
    return value.flatMap((item, index) => wrong(node.items, item, [...path, index + 1]));
  };

  // The schema for a name in a group, or undefined where the group may have no such name.
  const inside = (node, name) => {
    if (node.properties && Object.hasOwn(node.properties, name)) return node.properties[name];
    if ([...name].length > (node.propertyNames?.maxLength ?? Infinity)) return undefined;
    return Object.entries(node.patternProperties || {}).find(([pattern]) => fits(pattern, name))?.[1];
  };

  const group = (node, value, path) => {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return [path];
    const names = Object.keys(value);
    if (names.length > (node.maxProperties ?? Infinity)) return [path];
    const missing = (node.required || []).filter((name) => !Object.hasOwn(value, name)).map((name) => [...path, name]);
    return [...missing, ...names.flatMap((name) => {
      const part = inside(node, name);
      return part ? wrong(part, value[name], [...path, name]) : [[...path, name]];
    })];
  };

  // Every place in `value` that does not fit `node`, as the names on the way to it.
  const wrong = (node, value, path) => {
    if (node.$ref) return wrong(schema.$defs[node.$ref.split("/").pop()], value, path);
    if (node.anyOf) return node.anyOf.some((one) => !wrong(one, value, path).length) ? [] : [path];
    if (node.type === "object") return group(node, value, path);
    if (node.type === "array") return list(node, value, path);
    return VALUES[node.type](node, value) ? [] : [path];
  };

  // A name that is in one group twice, or an empty text. Of such two, JSON.parse keeps the last and says nothing.
  const doubled = (text) => {
    const groups = [];
    for (const [sign, name, colon] of text.matchAll(/("(?:[^"\\]|\\.)*")\s*(:?)|[{}]/gu)) {
      if (sign === "{") groups.push(new Set());
      else if (sign === "}") groups.pop();
      else if (colon) {
        const names = groups.at(-1);
        const word = JSON.parse(name);
        if (names.has(word)) return word;
        names.add(word);
      }
    }
    return "";
  };

  project.doubled = doubled;
  project.wrong = (value) => wrong(schema, value, []);
  project.parts = Object.keys(schema.$defs.Layer.properties);
})();
