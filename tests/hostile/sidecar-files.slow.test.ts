import { describe, test } from "vitest";
import { expectHeld } from "../support/attack.ts";

const many = (count: number, make: (index: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, index) => make(index)).join(between);

describe("files beside the text", () => {
  const beside = (name: string, content: string | Uint8Array) => ({ "article.md": "# T\n\nKept.\n", [name]: content });
  const attacks: Record<string, [name: string, content: string | Uint8Array]> = {
    "facts that alias": ["facts.yaml", `a: &a {value: 1}\n${many(2000, (n) => `k${n}: *a`)}`],
    "facts named as Object names": ["facts.yaml", "__proto__: {value: 1}\nconstructor: {value: 2}"],
    "facts that are a list": ["facts.yaml", "- a\n- b"],
    "facts that are a number": ["facts.yaml", "5"],
    "references that are a text": ["references.yaml", "hello"],
    "references that are null": ["references.yaml", "- null\n- {}\n- []"],
    "references in a list of lists": ["references.json", `${"[".repeat(10_000)}${"]".repeat(10_000)}`],
    "references with no end": ["references.json", "[".repeat(10_000)],
    "references named as Object names": [
      "references.json",
      '[{"id":"__proto__","type":"book"},{"id":"constructor","type":"book"},{"id":"toString","type":"toString"}]',
    ],
    "BibTeX that never ends": ["references.bib", "@book{".repeat(5000)],
    "BibTeX of braces": ["references.bib", `@book{a, title={${"{".repeat(50_000)}}`],
    "BibTeX named as Object names": ["references.bib", "@constructor{__proto__, toString={x}, constructor={y}}"],
    "a glossary that is a list": ["glossary.yaml", "- a"],
    "a glossary of one term": ["glossary.yaml", many(2000, () => "a: b")],
    "a glossary named as Object names": ["glossary.yaml", "__proto__: a\nconstructor: b"],
    "bytes that are no text": ["references.yaml", Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256)],
    "UTF-16 without a mark": ["facts.yaml", Buffer.from("a: {value: 1}", "utf16le")],
    "nothing but blanks": ["glossary.yaml", " \n\t\n"],
    "a publication that lists itself": ["publication.yaml", "chapters: [publication.yaml]"],
    "a publication above its folder": [
      "publication.yaml",
      "chapters: [../../../../etc/passwd, /etc/passwd, article.md]",
    ],
    "a publication of addresses": ["publication.yaml", "chapters: ['https://example.org/a.md', 'file:///etc/passwd']"],
    "a publication with a chapter a thousand times": [
      "publication.yaml",
      `chapters:\n${"- article.md\n".repeat(1000)}`,
    ],
  };
  test.each(Object.entries(attacks))("%s", (_, [name, content]) =>
    expectHeld({ files: beside(name, content), mayBeRefused: true }),
  );
});
