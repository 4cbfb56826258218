import { readFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { attributeContract, classContract } from "../../.github/scripts/contract/classes.ts";
import { commonVariables, layoutVariables, libraryVariables } from "../../.github/scripts/contract/layout-variables.ts";
import { propertyContract } from "../../.github/scripts/contract/properties.ts";
import { readYaml } from "../../src/config/read-yaml.ts";
import { templateFile } from "../../src/config/template-file.ts";
import { type LaidOut, layOutAll } from "../support/laid-out.ts";

// What the page "Templates" of the guide promises to those who write templates and style sheets.

const templates = join(import.meta.dirname, "../../templates");
const listed = Object.values(classContract).flatMap((group) => Object.keys(group));

/** Marks of ours that no finished file has, what highlight.js divides its classes by, and a class that an author chose. */
const internal = /^(?:data-editions|data-offprint-origin|kept|xml)$|_$/;

/** Only styles with labels of letters, of which none comes with Offprint, and texts in Chinese and Japanese have these. */
const rare = {
  "reference-label": "src/transform/citations/reference-list.ts",
  "narrow-mark": "src/transform/edition/narrow-marks.ts",
};

let all: readonly LaidOut[] = [];
beforeAll(async () => {
  all = await layOutAll();
});

function isListed(name: string): boolean {
  return listed.some((text) => text === name || patternOf(text).test(name));
}

function patternOf(name: string): RegExp {
  return new RegExp(`^${name.replace("*", "[\\w-]+").replace(/\bN$/, "\\d+")}$`);
}

/** Text without its style sheets and scripts, which name things that it does not have. */
const markup = (text: string): string => text.replaceAll(/<(style|script)[^>]*>.*?<\/\1>/gs, "");

const written = (): string[] =>
  all.flatMap(({ text }) =>
    [...markup(text).matchAll(/ class="([^"]+)"/g)].flatMap(([, names = ""]) => names.split(/\s+/)),
  );

async function styled(): Promise<string[]> {
  const names: string[] = [];
  for await (const file of glob("**/*.css", { cwd: templates })) {
    const css = readFileSync(join(templates, file), "utf8").replaceAll(/\/\*.*?\*\//gs, "");
    names.push(...[...css.matchAll(/\.([a-z][\w-]*)(?=[^{};]*\{)/g)].map(([, name = ""]) => name));
  }
  return names;
}

test("every class that a page, a book or a print has, or that a style sheet of ours relies on, is in the contract", async () => {
  const found = new Set([...written(), ...(await styled())].filter((name) => !internal.test(name)));
  expect([...found].filter((name) => !isListed(name)).toSorted()).toEqual([]);
});

test("every class of the contract is there", async () => {
  const inCode = Object.entries(rare).filter(([name, file]) =>
    readFileSync(join(templates, "..", file), "utf8").includes(`"${name}"`),
  );
  const found = [...new Set([...written(), ...(await styled()), ...inCode.map(([name]) => name)])];
  const gone = listed.filter((text) => !found.some((name) => name === text || patternOf(text).test(name)));
  expect(gone).toEqual([]);
});

test("custom properties that style sheets set or use are those of the contract, and each has a value", async () => {
  const names = { set: new Set(["--accent"]), used: new Set<string>() };
  for await (const file of glob("**/*.css", { cwd: templates })) {
    const css = readFileSync(join(templates, file), "utf8");
    for (const [, name = ""] of css.matchAll(/(?:^|[{;\s])(--[a-z-]+)\s*:/g)) names.set.add(name);
    for (const [, name = ""] of css.matchAll(/var\((--[a-z-]+)/g)) names.used.add(name);
  }
  const promised = Object.keys(propertyContract).toSorted();
  expect([...names.set].toSorted()).toEqual(promised);
  expect([...names.used.difference(new Set(promised))]).toEqual([]);
  // The option sets this one.
  for (const file of ["html/compose.ts", "pdf/compose.ts"])
    expect(readFileSync(join(templates, "../src/formats", file), "utf8")).toContain(":root{--accent:");
});

test("data attributes are those of the contract", () => {
  const found = all.flatMap(({ text }) =>
    [...markup(text).matchAll(/\s(data-[a-z-]+)(?==)/g)].map(([, name = ""]) => name),
  );
  const scripts = readFileSync(join(templates, "handout/page.js"), "utf8");
  const known = Object.keys(attributeContract);
  expect([...new Set(found)].filter((name) => !known.includes(name) && !internal.test(name))).toEqual([]);
  for (const name of known) {
    const property = name.replace("data-", "").replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    expect(found.includes(name) || scripts.includes(`dataset.${property}`)).toBe(true);
  }
});

test("each layout uses exactly the names in the contract", () => {
  const file = join(templates, "handout/template.yaml");
  const read = readYaml(readFileSync(file, "utf8"), templateFile, { file, rule: "templateShape" });
  if (!read.ok) throw new Error("no template");
  const { screen, print, book, library } = read.value;
  const common = Object.keys(commonVariables);
  const promised: Record<string, readonly string[]> = {
    [screen.layout]: [...common, ...Object.keys(layoutVariables["screen.layout"])],
    [print.layout]: [...common, ...Object.keys(layoutVariables["print.layout"])],
    "print/letter.liquid": [...common, ...Object.keys(layoutVariables["print.layout"])],
    [print["running-heads"]]: [...common, ...Object.keys(layoutVariables["print.running-heads"])],
    [book.layout]: [...common, ...Object.keys(layoutVariables["book.layout"])],
    [book["title-page"]]: [...common, ...Object.keys(layoutVariables["book.title-page"])],
    [library.layout]: Object.keys(libraryVariables),
  };
  expect([...new Set(all.map(({ layout }) => layout))].toSorted()).toEqual(Object.keys(promised).toSorted());
  for (const { layout, variables } of all) {
    expect([layout, variables.toSorted()]).toEqual([layout, promised[layout]?.toSorted()]);
  }
});
