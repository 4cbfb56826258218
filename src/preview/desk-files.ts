import { dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFile } from "../model/optional-package.ts";
import type { World } from "../model/world.ts";

/** The preview's own page, style sheet and scripts. */
const desk = fileURLToPath(new URL("./desk/", import.meta.url));

/** Libraries that may not be installed; the preview says what it cannot show without them. */
const libraries: Readonly<Record<string, string>> = {
  "foliate-js": "foliate-js/view.js",
  "pdfjs-dist": "pdfjs-dist/package.json",
};

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
};

/**
 * Returns a file of the preview window: `/desk/NAME` is ours, `/lib/PACKAGE/NAME` a library's. No other file is
 * accessible.
 */
export async function deskFile(world: World, path: string) {
  const [, room, ...rest] = path.split("/");
  const [library = "", ...inside] = rest;
  const folder = room === "desk" ? desk : room === "lib" ? libraryFolder(library) : undefined;
  if (folder === undefined) return undefined;
  const file = resolve(folder, ...(room === "desk" ? rest : inside));
  const mediaType = mediaTypes[extname(file)];
  if (mediaType === undefined || !file.startsWith(join(folder, "/"))) return undefined;
  const bytes = await world.disk.read(file).catch(() => undefined);
  return bytes && { bytes, mediaType };
}

function libraryFolder(name: string): string | undefined {
  const entry = Object.hasOwn(libraries, name) ? libraries[name] : undefined;
  const file = entry && packageFile(entry);
  return file && dirname(file);
}
