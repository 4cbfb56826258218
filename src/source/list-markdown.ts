import { extname, join } from "node:path";
import { readTranslationName } from "../model/translation-name.ts";
import type { DiskEntry, World } from "../model/world.ts";
import { isMarkdown } from "./read-text.ts";
import { humanise } from "./title-from-name.ts";

/** A file of a folder that nobody has put in order. */
export interface ListedFile {
  /** Relative to the folder. */
  readonly name: string;
  /** The folder directly below it in which the file lies, in words. */
  readonly part?: string;
}

const opening = /^(?:index|_index|readme)$/i;

/** What no one would read, and what other tools write: `node_modules`, hidden things, parts that other texts take in. */
const isSkipped = (name: string): boolean => /^(?:\.|node_modules$|_(?!index\.)|SUMMARY\.md$)/.test(name);

/** Whether a file is another of the same folder in another language: a text of another publication. */
function isTranslation(name: string, entries: readonly DiskEntry[]): boolean {
  const read = readTranslationName(name);
  return read !== undefined && entries.some((entry) => entry.name === read.original);
}

const deepest = 8;

/**
 * The Markdown files of a folder and of all below it: README or index first, the others in the natural order of their
 * names, "9" before "10". Those of the folder `shared` are parts of others.
 */
export async function listMarkdown(world: World, folder: string, shared?: string, depth = 0): Promise<ListedFile[]> {
  if (folder === shared) return [];
  const entries = (await world.disk.list(folder)).filter(({ name }) => !isSkipped(name));
  const natural = new Intl.Collator("en", { numeric: true });
  const isOpening = (name: string): boolean => isMarkdown(name) && opening.test(name.slice(0, -extname(name).length));
  const ordered = entries.toSorted(
    (a, b) => Number(isOpening(b.name)) - Number(isOpening(a.name)) || natural.compare(a.name, b.name),
  );
  const listed: ListedFile[] = [];
  for (const { name, kind } of ordered) {
    if (kind === "file" && isMarkdown(name) && !isTranslation(name, entries)) listed.push({ name });
    if (kind !== "folder" || depth >= deepest) continue;
    const part = humanise(name.replace(/^[\d\s._-]+(?=\D)/, ""));
    const inner = await listMarkdown(world, join(folder, name), shared, depth + 1);
    listed.push(...inner.map((file) => ({ name: `${name}/${file.name}`, part })));
  }
  return listed;
}
