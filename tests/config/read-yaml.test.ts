import { describe, expect, test } from "vitest";
import { z } from "zod";
import { frontMatter } from "../../src/config/front-matter.ts";
import { readYaml } from "../../src/config/read-yaml.ts";
import { printDiagnostics } from "../support/prepare.ts";

function read(yaml: string, schema: z.ZodType = frontMatter): unknown {
  const outcome = readYaml(yaml, schema, { file: "a.md", linesBefore: 1, rule: "frontMatterShape" });
  return outcome.ok && outcome.diagnostics.length === 0 ? outcome.value : printDiagnostics(outcome.diagnostics);
}

describe("YAML 1.2 as it is", () => {
  test("an empty text is an empty map", () => {
    expect(read("")).toEqual({});
    expect(read("# only a comment\n")).toEqual({});
  });

  test("accepts only well-formed dates, versions and answers", () => {
    expect(read("a: 2026-01-02\nb: no\nc: on\nd: 1.10\ne: 0o17\nf: ~\n", z.unknown())).toEqual({
      a: "2026-01-02",
      b: "no",
      c: "on",
      d: 1.1,
      e: 15,
      f: null,
    });
  });

  test("an anchor may be used again", () => {
    expect(read("title: &name A book\nsubtitle: *name\n")).toEqual({ title: "A book", subtitle: "A book" });
  });

  test("an alias without an anchor", () => {
    expect(read("title: *name\n")).toMatch(/^a\.md:2:8 error yamlParses /);
  });

  test("no key reaches the prototype", () => {
    expect(read("__proto__: { polluted: 1 }\n")).toContain('The key "__proto__" is not known.');
    expect(read("constructor: 1\n")).toContain('The key "constructor" is not known.');
    expect("polluted" in {}).toBe(false);
  });

  test("refuses two documents in one file", () => {
    expect(read("title: One\n---\ntitle: Two\n")).toMatch(/^a\.md:\d:\d error yamlParses /);
  });

  test("a tag neither runs nor creates anything", () => {
    expect(read("title: !!js/function 'function () {}'\n")).toEqual({ title: "function () {}" });
  });

  test("endless nesting is refused with a sentence", () => {
    expect(read(`title: ${"[".repeat(20_000)}`)).toMatch(/^a\.md:\d+:\d+ error /);
  });
});

describe("places", () => {
  test.each([
    ["titel: A\n", "2:1"],
    ["title: A\nauthors:\n  - name: B\n    mail: c\n", "5:5"],
    ["title: [A]\n", "2:8"],
    ["template:\n  name: handout\n  option: 1\n", "4:3"],
    ["review: {}\n", "2:9"],
    ["authors: [{ given: A }]\n", "2:11"],
    ["keywords:\n  - a\n  -\n", "4:4"],
  ])("%j has its fault at %s", (yaml, place) => {
    expect(read(yaml)).toMatch(new RegExp(`^a\\.md:${place} warning`));
  });
});

describe("values", () => {
  const good: readonly [string, unknown][] = [
    ["authors: [Ada]", { authors: [{ name: "Ada" }] }],
    ["authors: [{ family: Example }]", { authors: [{ family: "Example" }] }],
    ["authors: [{ name: A, orcid: 0000-0002-1694-233X }]", { authors: [{ name: "A", orcid: "0000-0002-1694-233X" }] }],
    ["date: 2024-02-29", { date: "2024-02-29" }],
    ["language: es-mx", { language: "es-MX" }],
    ["language: sr-latn", { language: "sr-Latn" }],
    ["licence: https://example.org/licence", { licence: "https://example.org/licence" }],
    ["identifier: { isbn: 978-3-16-148410-0 }", { identifier: { isbn: "978-3-16-148410-0" } }],
    ["identifier: { urn: urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66 }", expect.anything()],
    ["series: Guides", { series: { name: "Guides" } }],
    ["cover: a.png", { cover: { image: "a.png", alt: "" } }],
    ["template: handout", { template: { name: "handout", options: {} } }],
    ['title: "  spaced  "', { title: "spaced" }],
  ];
  test.each(good)("%s is taken", (yaml, value) => {
    expect(read(yaml)).toEqual(value);
  });

  test.each([
    "date: 2023-02-29",
    "date: 2026-1-2",
    "date: 2026-01-02T00:00:00Z",
    "language: xx",
    "language: english",
    "language: en_GB",
    'language: ""',
    "licence: CC-BY",
    "licence: javascript:alert(1)",
    "authors: [{ name: A, orcid: 0000-0002-1694-2330 }]",
    "authors: [{ name: A, orcid: 0000-0002-1694-233 }]",
    "authors: [{}]",
    'authors: [""]',
    "identifier: { isbn: 0-306-40615-2 }",
    "identifier: { isbn: 978-3-16-148410-9 }",
    "identifier: { isbn: 977-3-16-148410-0 }",
    "identifier: { doi: 11.1000/182 }",
    "identifier: { urn: uuid:1 }",
    "identifier: {}",
    "editions: []",
    "editions: [paperback]",
    "title: ''",
    "keywords: one, two",
  ])("%s is not", (yaml) => {
    expect(read(yaml)).toMatch(/^a\.md:2:\d+ warning (frontMatterShape|languageKnown) "/);
  });
});
