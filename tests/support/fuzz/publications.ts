import fc from "fast-check";
import { keys, marks } from "./marks.ts";

/** Words by which a text is looked for that stands before everything else, and behind it. */
export const guards = { before: "Beginnings", behind: "Endings" } as const;

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...marks) },
  { weight: 3, arbitrary: fc.constantFrom("word", "two words", "Text.", "a", "I", "1", "2026-01-02", "AB") },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 4 }) },
);
const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));

const scalar = fc.oneof(
  fc.constantFrom<unknown>("a", "", 0, -1, 1e21, true, null, "2026-01-02", "en", "ar", "*a", "&a x", "{{x}}", "<b>"),
  fc.constantFrom<unknown>("../../x", "/etc/passwd", "https://a.b/c", "__proto__", "a: b", "\u202Ea", "x".repeat(300)),
  soup,
);
const { value: data } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc
      .array(fc.tuple(fc.constantFrom(...keys), tie("value")), { maxLength: 5 })
      .map((entries) => JSON.parse(writeMap(entries)) as unknown),
  ),
}));

/** JSON, which is YAML too; names such as `__proto__` stay names of it. */
function writeMap(entries: readonly (readonly [string, unknown])[]): string {
  return `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value) ?? "null"}`).join(",")}}`;
}

const frontMatter = fc.oneof(
  { weight: 4, arbitrary: fc.constant("") },
  {
    weight: 3,
    arbitrary: fc
      .array(fc.tuple(fc.constantFrom(...keys), data), { maxLength: 6 })
      .map((entries) =>
        entries.map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value) ?? ""}\n`).join(""),
      ),
  },
  { weight: 1, arbitrary: soup },
);

const chart = data.map((value) => `\`\`\`chart\n${JSON.stringify(value)}\n\`\`\``);
const body = fc
  .array(fc.oneof({ weight: 8, arbitrary: soup }, { weight: 1, arbitrary: chart }), { maxLength: 4 })
  .map((blocks) => `${guards.before}.\n\n${blocks.join("\n\n")}\n\n${guards.behind}.\n`);
const article = fc
  .tuple(frontMatter, body)
  .map(([value, text]) => (value === "" ? `# T\n\n${text}` : `---\n${value}\n---\n\n# T\n\n${text}`));

const json = data.map((value) => JSON.stringify(value) ?? "");
const beside = {
  "facts.yaml": json,
  "references.json": fc.array(data, { maxLength: 3 }).map((works) => JSON.stringify(works)),
  "references.bib": soup.map((text) => `@book{a, title={${text}}}\n${text}`),
  "glossary.yaml": json,
  "b.md": soup,
  "a.svg": soup.map((text) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${text}<text>t</text></svg>`),
  "d.csv": fc
    .array(fc.constantFrom("a", ",", '"', "\n", "1", "=1+1", "\u0000", ";"), { maxLength: 20 })
    .map((all) => all.join("")),
  "style.css": soup.map((text) => `p { color: red; ${text} } @import url(${text});`),
} as const;

/** Texts with the marks of every dialect in any order, and what may lie beside them. */
export const publications: fc.Arbitrary<Record<string, string>> = fc
  .record({ "article.md": article, ...beside }, { requiredKeys: ["article.md"] })
  .map((files) => {
    const names = Object.keys(beside).filter((name) => files["article.md"].length % 3 !== 0 || name === "b.md");
    const remaining = Object.entries(files).filter(([name]) => name === "article.md" || names.includes(name));
    return Object.fromEntries(remaining) as Record<string, string>;
  });

/** The one of a number, always the same. */
export function publicationOf(number: number): Record<string, string> {
  const [files] = fc.sample(publications, { seed: number, numRuns: 1 });
  return files ?? {};
}
