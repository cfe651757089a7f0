// YAML that is read back as exactly the texts that went in. Whatever could be read in another way stands in double quotes, with
// the escapes of JSON, which YAML shares. Long texts stand in blocks, so that people can read and compare them.
(() => {
  const form = window.handbookForm;
  const WIDTH = 100;
  const PLAIN = /^\p{L}[\p{L}\p{N} ,.;()%£€/–—’“”-]*$|^[a-z][a-z0-9-]*#[a-z0-9-]+$/u;
  // Words that some reader of YAML takes for something else than text.
  const MEANT = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
  const PRINTABLE = /^[\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

  const quoted = (text) => JSON.stringify(text).replace(/[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);

  const readable = (text) => text.split("\n").every((line) => PRINTABLE.test(line)) && !new RegExp(form.data.unseen, "u").test(text);

  const folded = (text, indent) => {
    const lines = [""];
    for (const word of text.split(" ")) {
      const line = lines.at(-1);
      if (line && line.length + 1 + word.length + indent.length > WIDTH) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return [">-", ...lines.map((line) => indent + line)].join("\n");
  };

  const literal = (text, indent) => ["|-", ...text.split("\n").map((line) => (line ? indent + line : ""))].join("\n");

  const scalar = (given, indent) => {
    const text = given.replace(/\p{Surrogate}/gu, "\ufffd");
    if (text.includes("\n")) return readable(text) && !/^\s|\s$/.test(text) ? literal(text, indent) : quoted(text);
    if (text.length > WIDTH - indent.length && readable(text) && !/^\s|\s$|\s\s/.test(text)) return folded(text, indent);
    return PLAIN.test(text) && !MEANT.test(text) && !/\s$/.test(text) ? text : quoted(text);
  };

  const field = (name, value, indent) => {
    if (value === null) return `${indent}${name}:`;
    if (typeof value === "string") return `${indent}${name}: ${scalar(value, `${indent}  `)}`;
    if (!Array.isArray(value)) return [`${indent}${name}:`, ...Object.entries(value).map(([inner, one]) => field(inner, one, `${indent}  `))].join("\n");
    if (!value.length) return `${indent}${name}: []`;
    return [`${indent}${name}:`, ...value.map((item) => entry(item, `${indent}  `))].join("\n");
  };

  const entry = (item, indent) => {
    if (typeof item === "string") return `${indent}- ${scalar(item, `${indent}  `)}`;
    const lines = Object.entries(item).map(([name, value]) => field(name, value, `${indent}  `)).join("\n");
    return `${indent}- ${lines.slice(indent.length + 2)}`;
  };

  // A record as the text of its file.
  form.yaml = (record) => `${Object.entries(record).map(([name, value]) => field(name, value, "")).join("\n")}\n`;
})();
