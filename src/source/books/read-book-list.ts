import { join } from "node:path";
import { parseToml } from "../../config/parse-toml.ts";
import { parseYaml } from "../../config/parse-yaml.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Outcome } from "../../model/outcome.ts";
import type { SourceFile } from "../../model/source.ts";
import type { World } from "../../model/world.ts";
import { readText } from "../read-text.ts";
import type { BookList } from "./book-list.ts";
import { readBookdown } from "./bookdown.ts";
import { readBookSettings } from "./mdbook.ts";
import { readMkdocs } from "./mkdocs.ts";
import { readMyst } from "./myst.ts";
import { readQuarto } from "./quarto.ts";
import { readSummary } from "./summary.ts";

/** Another tool's list, its location, and the folder that its paths are relative to. */
export interface FoundBookList extends BookList {
  readonly file: SourceFile;
  /** Absolute path. */
  readonly base: string;
  readonly diagnostics: readonly Diagnostic[];
}

const yamlReaders: readonly [name: string, read: (value: unknown) => BookList & { readonly folder?: string }][] = [
  ["_quarto.yml", readQuarto],
  ["_quarto.yaml", readQuarto],
  ["_bookdown.yml", readBookdown],
  ["myst.yml", readMyst],
  ["_toc.yml", readMyst],
  ["mkdocs.yml", readMkdocs],
  ["mkdocs.yaml", readMkdocs],
];

const summaryNames = ["SUMMARY.md", "_sidebar.md"];

/** File names that mark a folder as another tool's book. */
export const bookListNames: readonly string[] = [...yamlReaders.map(([name]) => name), "book.toml", ...summaryNames];

/** Reads another tool's list in a folder, if there is one. `folder` is absolute, with links resolved. */
export async function readBookList(
  world: World,
  folder: string,
  names: ReadonlySet<string>,
): Promise<FoundBookList | undefined> {
  const [name, read] = yamlReaders.find(([file]) => names.has(file)) ?? [];
  if (name !== undefined && read !== undefined) {
    const file = await readText(world, join(folder, name));
    if (!file.ok) return undefined;
    const value = valueOf(parseYaml(file.value.text, { file: file.value.shown }));
    const { folder: inner = ".", ...list } = read(value.value);
    return { ...list, file: file.value, base: join(folder, inner), diagnostics: value.diagnostics };
  }
  return readSummaryIn(world, folder, names);
}

/** Reads `SUMMARY.md`, which is in `src` or where `book.toml` says. */
async function readSummaryIn(
  world: World,
  folder: string,
  names: ReadonlySet<string>,
): Promise<FoundBookList | undefined> {
  const toml = names.has("book.toml") ? await readText(world, join(folder, "book.toml")) : undefined;
  const settings = toml?.ok ? valueOf(parseToml(toml.value.text, { file: toml.value.shown })) : undefined;
  const { about, folder: inner } = readBookSettings(settings?.value);
  const bases = [...(toml ? [inner ?? "src"] : []), "."].map((name) => join(folder, name));
  for (const base of bases) {
    for (const name of summaryNames) {
      if ((await world.disk.stat(join(base, name)))?.kind !== "file") continue;
      const file = await readText(world, join(base, name));
      if (!file.ok) continue;
      const entries = readSummary(file.value.text);
      return { about, entries, file: file.value, base, diagnostics: settings?.diagnostics ?? [] };
    }
  }
  return undefined;
}

function valueOf(data: Outcome<{ readonly value: unknown }>): { value: unknown; diagnostics: readonly Diagnostic[] } {
  return { value: data.ok ? data.value.value : undefined, diagnostics: data.diagnostics };
}
