// Days and numbers in the words of the reader's language, and the day of today.
(() => {
  const plan = window.handbookPlan;
  const data = window.handbookPlanData;
  const language = document.documentElement.lang || undefined;
  const formats = {
    day: new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }),
    month: new Intl.DateTimeFormat(language, { month: "short", year: "numeric", timeZone: "UTC" }),
    whole: new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" }),
  };
  const plurals = new Intl.PluralRules(language);
  const show = (day, format = "day") => formats[format].format(new Date(day * 86400000));
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (blank, name) => (Object.hasOwn(values, name) ? values[name] : blank));
  const count = (forms, number) => fill(forms[plurals.select(number)] || forms.other, { n: number });
  const days = (number) => count(data.days, number);
  const today = () => {
    const now = new Date();
    return plan.dayOf([now.getFullYear(), String(now.getMonth() + 1).padStart(2, "0"), String(now.getDate()).padStart(2, "0")].join("-"));
  };

  Object.assign(plan, { show, fill, count, days, now: today });
})();
