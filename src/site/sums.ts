import type { Manifest } from "../config/manifest-file.ts";

/** The list of a folder's digests, in the format of `sha256sum`. */
export const sumsName = "SHA256SUMS";

/** Returns the digests of a publication's files and its report, by file name. */
export function sumsOf({ slug, artifacts, reports = [] }: Manifest): string {
  const own = [...artifacts, ...reports].filter(({ path }) => path.startsWith(`${slug}/`));
  const lines = own.map(({ path, sha256 }) => `${sha256}  ${path.slice(slug.length + 1)}\n`);
  return lines.toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join("");
}
