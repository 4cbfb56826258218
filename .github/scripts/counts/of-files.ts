import { article, bars, chart, csv, many, picture, svg, type Construct } from "./make.ts";

/** Constructs in front matter and in files beside a text. */
export const ofFiles: Readonly<Record<string, Construct>> = {
  "keys of the front matter": (count) =>
    article(
      "x",
      {},
      many(count, (n) => `key${n}: x`),
    ),
  keywords: (count) => article("x", {}, `keywords:\n${many(count, (n) => `  - k${n}`)}`),
  authors: (count) => article("x", {}, `authors:\n${many(count, (n) => `  - Name ${n}`)}`),
  "anchors of YAML": (count) =>
    article(
      "x",
      {},
      many(count, (n) => `a${n}: &a${n} x`),
    ),
  "aliases of YAML": (count) => article("x", {}, `a: &a x\n${many(count, (n) => `b${n}: *a`)}`),
  "folded lines of YAML": (count) => article("x", {}, `a: >\n${many(count, (n) => `  l${n}`)}`),
  "merge keys of YAML": (count) => article("x", {}, `a: &a {b: c}\n${many(count, (n) => `b${n}: {<<: *a}`)}`),
  "flow lists of YAML": (count) => article("x", {}, `a: ${"[".repeat(count)}`),
  "comments of a drawing": (count) =>
    picture(
      svg(
        "",
        many(count / 7, (n) => `<!-- ${n} -->`),
      ),
    ),
  "elements of a drawing": (count) => picture(svg(many(count, (n) => `<path d="M0 ${n}h9"/>`, ""))),
  "a drawing used by itself": (count) =>
    picture(
      svg(
        `<g id="a0"><path d="M0 0h9"/></g>${many(30, (n) => `<g id="a${n + 1}">${`<use href="#a${n}"/>`.repeat(Math.min(10, count))}</g>`, "")}<use href="#a30"/>`,
      ),
    ),
  "entities of a drawing": (count) =>
    picture(
      svg(
        "<text>&z;</text>",
        `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${many(8, (n) => `<!ENTITY ${"bcdefghz"[n]} "${`&${"abcdefgh"[n]};`.repeat(Math.min(10, count))}">`, "")}]>`,
      ),
    ),
  "nested groups of a drawing": (count) => picture(svg(`${"<g>".repeat(count)}${"</g>".repeat(count)}`)),
  "rules of a drawing": (count) =>
    picture(svg(`<style>${many(count, (n) => `.c${n}{fill:red}`, "")}</style><path class="c1" d="M0 0h9"/>`)),
  "sequence without end": () => chart("length(sequence(0, 1e9))"),
  "pad without end": () => chart("length(pad('a', 1e9, 'b'))"),
  "a regular expression": () => chart("test(/^(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')"),
  "rows of a chart": (count) => article(bars(0), { "d.csv": csv(count) }),
  charts: (count) => article(many(count / 100, bars), { "d.csv": csv(3) }),
  "rules of a style sheet": (count) => article("x", { "style.css": many(count, (n) => `.c${n} { color: red }`) }),
};
