import type { Files } from "../temporary.ts";

const elements =
  `a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup data dd del details dfn div dl dt em
  figcaption figure footer h2 h3 h5 header hr i ins kbd li mark nav ol p pre q rp rt ruby s samp section small span strong
  sub summary sup table tbody td tfoot th thead time tr u ul var wbr`.split(/\s+/);

const attributes = [
  'lang="es"',
  'dir="rtl"',
  'title="a &quot;b"',
  'aria-hidden="yes"',
  'aria-labelledby="gone"',
  'colspan="-1"',
  'rowspan="3"',
  'start="1.5"',
  'value="3"',
  'datetime="yesterday"',
  'cite="::"',
  'span="0"',
  'scope="x"',
  'headers="a b"',
  "open",
  "reversed",
  'type="Z"',
  'href="https://x.example/"',
  'href="mailto:a b"',
  'href="https://../"',
];

/** Numbers that look random and are the same in every run (a linear congruential generator). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Elements in elements as nobody would write them. `w12` and the like are the words in them. */
function nonsense(pick: (below: number) => number, depth: number, words: string[]): string {
  return Array.from({ length: 1 + pick(3) }, () => {
    if (depth === 0 || pick(4) === 0) {
      words.push(`w${words.length}`);
      return ` w${words.length - 1} `;
    }
    const name = elements[pick(elements.length)] ?? "p";
    const value = Array.from({ length: pick(3) }, () => ` ${attributes[pick(attributes.length)] ?? ""}`).join("");
    return `<${name}${value}>${["br", "hr", "col", "wbr"].includes(name) ? "" : `${nonsense(pick, depth - 1, words)}</${name}>`}`;
  }).join("");
}

/** A book of 150 chapters of nonsense, with the words of each chapter. */
export function nonsenseBook(): { readonly files: Files; readonly words: readonly (readonly string[])[] } {
  const pick = numbers(7);
  const words: string[][] = [];
  const names = Array.from({ length: 150 }, (_, index) => `c${index}.md`);
  const chapters = names.map((name, index): [string, string] => {
    const own: string[] = [];
    words.push(own);
    const html = nonsense(pick, 5, own);
    return [name, `# Chapter ${index}\n\n<div>\n${html}\n</div>\n`];
  });
  const list = `title: Nonsense\nchapters:\n${names.map((name) => `  - ${name}\n`).join("")}`;
  return { files: { "publication.yaml": list, ...Object.fromEntries(chapters) }, words };
}
