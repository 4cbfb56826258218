/** The files of a publication by name: `article.md`, and those beside it. */
export type Files = Readonly<Record<string, string>>;

/** Returns a publication with this many of a construct. */
export type Construct = (count: number) => Files;

export const many = (count: number, make: (index: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);

export const article = (body: string, beside: Files = {}, front = ""): Files => ({
  "article.md": `${front === "" ? "" : `---\n${front}\n---\n\n`}# Title\n\n${body}\n\nKept.\n`,
  ...beside,
});

export const lines =
  (make: (n: number) => string): ((count: number) => Files) =>
  (count) =>
    article(many(count, make));
export const blocks =
  (make: (n: number) => string): ((count: number) => Files) =>
  (count) =>
    article(many(count, make, "\n\n"));
export const inLine =
  (make: (n: number) => string): ((count: number) => Files) =>
  (count) =>
    article(many(count, make, " "));
export const fence = (language: string, body: string): string => `\`\`\`${language}\n${body}\n\`\`\`\n`;

export const csv = (count: number): string => `name,value\n${many(count, (n) => `row ${n},${n}`)}\n`;
export const svg = (inside: string, before = ""): string =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">${inside}</svg>`;
export const picture = (text: string): Files => article("![A drawing of lines](a.svg)", { "a.svg": text });
export const chart = (transform: string): Files =>
  article(
    fence(
      "vega-lite",
      JSON.stringify({
        description: "Values",
        data: { values: [{ a: 1, b: 2 }] },
        transform: [{ calculate: transform, as: "c" }],
        mark: "bar",
        encoding: { x: { field: "a", type: "quantitative" }, y: { field: "c", type: "quantitative" } },
      }),
    ),
  );

export const bars = (n: number): string =>
  fence(
    "chart",
    `kind: bar\nid: a${n}\ndata: d.csv\nx: {field: name}\ny: {field: value}\nsummary: Bars go up.\ncaption: Bars ${n}`,
  );
