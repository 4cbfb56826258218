import { extname, join } from "node:path";
import { readTranslationName } from "../model/translation-name.ts";
import type { DiskEntry, World } from "../model/world.ts";
import { isMarkdown } from "./read-text.ts";
import { humanise } from "./title-from-name.ts";

/** A file of a folder without a chapter list. */
export interface ListedFile {
  /** Relative to the folder. */
  readonly name: string;
  /** The top-level subfolder that contains the file, as a title. */
  readonly part?: string;
}

const opening = /^(?:index|_index|readme)$/i;

/** Names that are skipped: `node_modules`, hidden files, partials, and lists of other tools. */
const isSkipped = (name: string): boolean => /^(?:\.|node_modules$|_(?!index\.)|SUMMARY\.md$)/.test(name);

/** Reports whether a file translates another file of the folder, and so belongs to another publication. */
function isTranslation(name: string, entries: readonly DiskEntry[]): boolean {
  const read = readTranslationName(name);
  return read !== undefined && entries.some((entry) => entry.name === read.original);
}

const maxDepth = 8;

/**
 * Lists the Markdown files of a folder and below: README or index first, the others in natural order ("9" before "10").
 * Skips the folder `shared`, which holds parts of other texts.
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
    if (kind !== "folder" || depth >= maxDepth) continue;
    const part = humanise(name.replace(/^[\d\s._-]+(?=\D)/, ""));
    const inner = await listMarkdown(world, join(folder, name), shared, depth + 1);
    listed.push(...inner.map((file) => ({ name: `${name}/${file.name}`, part })));
  }
  return listed;
}
