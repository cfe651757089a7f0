// Tables as spreadsheets: Excel's format (ECMA-376, part 1, 18) and OpenDocument (version 1.3, part 3). Every text stays a text, so none is run.
(() => {
  const bytes = new TextEncoder();
  const LONGEST = 31;
  const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const OFFICE = "http://schemas.openxmlformats.org/";
  const DAY = 86400000; // milliseconds
  const FIRST_DAY = 25569; // 1 January 1970, as Excel counts days
  const RUNS = /^['=+\-@|\t\r＝＋－＠｜﹦﹢﹣﹫−]/;

  // A zip without compression (PKWARE's APPNOTE.TXT, 6.3). The first entry stays first.

  const TABLE = Array.from({ length: 256 }, (_, start) => {
    let rest = start;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
    return rest >>> 0;
  });
  const checksum = (data) => (data.reduce((sum, byte) => TABLE[(sum ^ byte) & 255] ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff) >>> 0;

  // Numbers in pairs of value and width, the lowest byte first.
  const packed = (...pairs) => Uint8Array.from(pairs.flatMap(([value, width]) => Array.from({ length: width }, (_, place) => (value >>> (8 * place)) & 255)));

  const zip = (files) => {
    const body = [];
    const directory = [];
    let place = 0;
    for (const [path, text] of files) {
      const data = bytes.encode(text);
      const name = bytes.encode(path);
      // Version, flags (names in UTF-8), method, time and day (1 January 1980), checksum, both sizes, length of the name and of an extra field.
      const facts = packed([20, 2], [0x800, 2], [0, 2], [0, 2], [33, 2], [checksum(data), 4], [data.length, 4], [data.length, 4], [name.length, 2], [0, 2]);
      body.push(packed([0x04034b50, 4]), facts, name, data);
      directory.push(packed([0x02014b50, 4], [20, 2]), facts, packed([0, 2], [0, 2], [0, 2], [0, 4], [place, 4]), name);
      place += 4 + facts.length + name.length + data.length;
    }
    const size = directory.reduce((sum, part) => sum + part.length, 0);
    return new Blob([...body, ...directory, packed([0x06054b50, 4], [0, 2], [0, 2], [files.length, 2], [files.length, 2], [size, 4], [place, 4], [0, 2])]);
  };

  const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  const plain = (text) => String(text).replace(/[&<>"]/g, (sign) => SIGNS[sign]);

  // Names of sheets that Excel takes, no two alike.
  const named = (sheets) => {
    const names = new Set();
    return sheets.map((sheet) => {
      let name = sheet.name.replace(/[\\/*?:[\]]/g, " ").slice(0, LONGEST).trim() || "1";
      while (names.has(name.toLowerCase())) name = `${name.slice(0, LONGEST - 2)} 2`;
      names.add(name.toLowerCase());
      return { ...sheet, name };
    });
  };

  // Styles: text, headings, text that Excel might take for a formula, and days.
  const STYLES = `${HEAD}<styleSheet xmlns="${OFFICE}spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4">${['0" fontId="0"', '0" fontId="1"', '0" fontId="0" quotePrefix="1"', '164" fontId="0" applyNumberFormat="1"'].map((more) => `<xf numFmtId="${more} fillId="0" borderId="0" xfId="0"><alignment vertical="top" wrapText="1"/></xf>`).join("")}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

  // A sheet has at most 26 columns, so one letter names each.
  const excelCell = (value, place, style) => {
    if (value === "") return "";
    if (typeof value === "number") return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
    if (value instanceof Date) return `<c r="${place}" s="3"><v>${value / DAY + FIRST_DAY}</v></c>`;
    const text = plain(value).replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
    return `<c r="${place}" s="${!style && RUNS.test(value) ? 2 : style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
  };
  const excelSheet = ({ widths, rows }) => `${HEAD}<worksheet xmlns="${OFFICE}spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join("")}</cols><sheetData>${rows.map((row, index) => `<row r="${index + 1}">${row.map((value, column) => excelCell(value, String.fromCharCode(65 + column) + (index + 1), index ? 0 : 1)).join("")}</row>`).join("")}</sheetData></worksheet>`;

  // `sheets`: [{ name, widths, rows }]. The first row holds the headings. A cell is a text, a number or a day, which is a Date at midnight UTC.
  const xlsx = (sheets) => {
    const every = named(sheets);
    const KIND = `${OFFICE}officeDocument/2006/relationships`;
    const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const relations = (list) => `${HEAD}<Relationships xmlns="${OFFICE}package/2006/relationships">${list.map(([kind, target], index) => `<Relationship Id="r${index + 1}" Type="${KIND}/${kind}" Target="${target}"/>`).join("")}</Relationships>`;
    return zip([
      ["[Content_Types].xml", `${HEAD}<Types xmlns="${OFFICE}package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}styles+xml"/>${every.map((_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${TYPE}worksheet+xml"/>`).join("")}</Types>`],
      ["_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])],
      ["xl/workbook.xml", `${HEAD}<workbook xmlns="${OFFICE}spreadsheetml/2006/main" xmlns:r="${KIND}"><sheets>${every.map(({ name }, index) => `<sheet name="${plain(name)}" sheetId="${index + 1}" r:id="r${index + 1}"/>`).join("")}</sheets></workbook>`],
      ["xl/_rels/workbook.xml.rels", relations([...every.map((_, index) => ["worksheet", `worksheets/sheet${index + 1}.xml`]), ["styles", "styles.xml"]])],
      ["xl/styles.xml", STYLES],
      ...every.map((sheet, index) => [`xl/worksheets/sheet${index + 1}.xml`, excelSheet(sheet)]),
    ]);
  };

  const MIME = "application/vnd.oasis.opendocument.spreadsheet";
  const URN = "urn:oasis:names:tc:opendocument:xmlns:";
  const MARKS = { office: "office", style: "style", table: "table", text: "text", number: "datastyle", fo: "xsl-fo-compatible" };
  const DAYS = '<number:date-style style:name="iso"><number:year number:style="long"/><number:text>-</number:text><number:month number:style="long"/><number:text>-</number:text><number:day number:style="long"/></number:date-style>';
  const spaced = (line) => plain(line).replace(/ {2,}|^ | $|\t/g, (run) => (run === "\t" ? "<text:tab/>" : `<text:s text:c="${run.length}"/>`));
  const openCell = (value, style) => {
    if (value === "") return "<table:table-cell/>";
    if (value instanceof Date) {
      const day = value.toISOString().slice(0, 10);
      return `<table:table-cell table:style-name="day" office:value-type="date" office:date-value="${day}"><text:p>${day}</text:p></table:table-cell>`;
    }
    const typed = typeof value === "number" ? `float" office:value="${value}` : "string";
    const lines = String(value).split("\n").map((line) => `<text:p>${spaced(line)}</text:p>`).join("");
    return `<table:table-cell table:style-name="${style}" office:value-type="${typed}">${lines}</table:table-cell>`;
  };
  const openSheet = ({ name, widths, rows }) => `<table:table table:name="${plain(name)}">${widths.map((width) => `<table:table-column table:style-name="w${width}"/>`).join("")}${rows.map((row, index) => `<table:table-row>${row.map((value) => openCell(value, index ? "cell" : "head")).join("")}</table:table-row>`).join("")}</table:table>`;

  const ods = (sheets) => {
    const every = named(sheets);
    const hasDays = every.some(({ rows }) => rows.flat().some((value) => value instanceof Date));
    const widths = [...new Set(every.flatMap((sheet) => sheet.widths))];
    const cell = (name, more, data = "") => `<style:style style:name="${name}" style:family="table-cell"${data}><style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/>${more}</style:style>`;
    const content = `${HEAD}<office:document-content ${Object.entries(MARKS).map(([mark, room]) => `xmlns:${mark}="${URN}${room}:1.0"`).join(" ")} office:version="1.3"><office:automatic-styles>${widths.map((width) => `<style:style style:name="w${width}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.21).toFixed(1)}cm"/></style:style>`).join("")}${hasDays ? DAYS + cell("day", "", ' style:data-style-name="iso"') : ""}${cell("cell", "")}${cell("head", '<style:text-properties fo:font-weight="bold"/>')}</office:automatic-styles><office:body><office:spreadsheet>${every.map(openSheet).join("")}</office:spreadsheet></office:body></office:document-content>`;
    const entry = (path, type) => `<manifest:file-entry manifest:full-path="${path}" manifest:media-type="${type}"/>`;
    return zip([
      ["mimetype", MIME],
      ["META-INF/manifest.xml", `${HEAD}<manifest:manifest xmlns:manifest="${URN}manifest:1.0" manifest:version="1.3">${entry("/", MIME)}${entry("content.xml", "text/xml")}</manifest:manifest>`],
      ["content.xml", content],
    ]);
  };

  window.handbookWorkbook = { xlsx, ods };
})();
