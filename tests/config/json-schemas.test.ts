import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { jsonSchemas } from "../../.github/scripts/json-schemas.ts";

const folder = join(import.meta.dirname, "../../src/config/schemas");

test("the schema files match the code; `npm run schemas` writes them", () => {
  const files = readdirSync(folder).map((name): [string, string] => [name, readFileSync(join(folder, name), "utf8")]);
  expect(new Map(files)).toEqual(jsonSchemas);
});

/** An editor's view: the schema as it stands in the file, without the code that it came from. */
function accepts(name: string, value: unknown): boolean {
  const schema = JSON.parse(readFileSync(join(folder, `${name}.schema.json`), "utf8")) as z.core.JSONSchema.JSONSchema;
  return z.fromJSONSchema(schema).safeParse(value).success;
}

describe("front matter", () => {
  const good = {
    title: "A guide",
    authors: ["Ada Example", { given: "Max", family: "Muster", orcid: "0000-0002-1825-0097" }],
    date: "2026-02-28",
    identifier: { doi: "10.1000/182" },
    cover: "cover.png",
    template: { name: "handout", options: { accent: "#336699" } },
    editions: ["web", "handout-a4"],
    review: { checked: "2026-02-01" },
  };

  test("accepts a valid one and an empty one", () => {
    expect(accepts("front-matter", good)).toBe(true);
    expect(accepts("front-matter", {})).toBe(true);
  });

  test.each([
    { titel: "A guide" },
    { title: 5 },
    { date: "2026-02-30" },
    { authors: "Ada Example" },
    { authors: [{ nam: "Ada" }] },
    { editions: ["paperback"] },
    { editions: [] },
    { review: {} },
    { template: { name: "handout", option: {} } },
  ])("%j is not", (change) => {
    expect(accepts("front-matter", { ...good, ...change })).toBe(false);
  });
});

test("publication.yaml", () => {
  const chapters = ["one.md", { part: "Two", chapters: ["two.md"] }];
  expect(accepts("publication", { title: "A book", chapters })).toBe(true);
  expect(accepts("publication", { title: "A book" })).toBe(true);
  expect(accepts("publication", { chapters: [{ part: "Two" }] })).toBe(false);
});

test("template.yaml", () => {
  const template = parse(readFileSync(join(folder, "../../../templates/handout/template.yaml"), "utf8")) as Handout;
  expect(accepts("template", template)).toBe(true);
  const { print, options } = template;
  const { accent, paper: _paper, ...others } = options;
  expect(accepts("template", { ...template, options: { ...others, accent } })).toBe(false);
  expect(accepts("template", { ...template, options: { ...options, accent: { ...accent, type: "color" } } })).toBe(
    false,
  );
  const { booklet: _booklet, ...fewer } = print.papers;
  expect(accepts("template", { ...template, print: { ...print, papers: fewer } })).toBe(false);
  const A4 = { ...print.papers["plain"]?.["A4"], top: "1em" };
  const plain = { ...print.papers["plain"], A4 };
  expect(accepts("template", { ...template, print: { ...print, papers: { ...print.papers, plain } } })).toBe(false);
  expect(accepts("template", { ...template, screen: { layout: "../web.liquid", styles: ["a.css"] } })).toBe(false);
});

interface Handout {
  readonly print: { readonly papers: Readonly<Record<string, Readonly<Record<string, object>>>> };
  readonly options: Readonly<Record<string, object>>;
}

test("facts.yaml", () => {
  const fact = { value: 70, statement: "The rate", source: "A yearbook", checked: "2026-02-28", confidence: "seen" };
  expect(accepts("facts", { rate: fact, "rate-2.b": { ...fact, source: { text: "A yearbook" } } })).toBe(true);
  expect(accepts("facts", { "The rate": fact })).toBe(false);
  expect(accepts("facts", { rate: { ...fact, checked: "2026-02-30" } })).toBe(false);
  expect(accepts("facts", { rate: { ...fact, confidence: "sure" } })).toBe(false);
  expect(accepts("facts", { rate: { ...fact, statment: "The rate" } })).toBe(false);
});

test("offprint.config", () => {
  expect(accepts("offprint.config", { out: "dist", rules: { htmlSupported: "off" }, strict: true })).toBe(true);
  expect(accepts("offprint.config", { rules: { htmlSupported: "loud" } })).toBe(false);
  expect(accepts("offprint.config", { rules: { htmlKpet: "off" } })).toBe(false);
});

/** `authors.name` for each key that has no help. */
function keysWithoutHelp(schema: unknown, path: readonly string[] = []): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  const { properties, ...rest } = schema as { properties?: Record<string, { description?: string }> };
  const here = Object.entries(properties ?? {}).flatMap(([key, inner]) => [
    ...(inner.description === undefined ? [[...path, key].join(".")] : []),
    ...keysWithoutHelp(inner, [...path, key]),
  ]);
  return [...here, ...Object.values(rest).flatMap((inner) => keysWithoutHelp(inner, path))];
}

test.each([...jsonSchemas])("%s has help for each key", (_, text) => {
  expect(keysWithoutHelp(JSON.parse(text))).toEqual([]);
});
