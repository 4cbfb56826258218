import { basename, extname } from "node:path";
import { takeId } from "./free-id.ts";

/** Returns slugs from file names, without leading order numbers; they are unique XML names. */
export function chapterSlugs(paths: readonly string[]): string[] {
  const taken = new Set(["offprint"]);
  return paths.map((path) => {
    const stem = basename(path, extname(path)).replace(/^[\d\s._-]+/, "");
    const safe = stem
      .replaceAll(/[^\p{L}\p{N}\p{M}_-]+/gu, "-")
      .replaceAll(/^-+|-+$/g, "")
      .toLowerCase();
    return takeId(/^[\p{L}_]/u.test(safe) ? safe : `chapter-${safe}`.replace(/-$/, ""), taken);
  });
}
