import type { Manifest } from "../config/manifest-file.ts";

/** The list of digests of a folder, as `sha256sum` writes it. */
export const sumsName = "SHA256SUMS";

/** The digests of the files of a publication and of its report, by their names in its folder. */
export function sumsOf({ slug, artifacts, reports = [] }: Manifest): string {
  const own = [...artifacts, ...reports].filter(({ path }) => path.startsWith(`${slug}/`));
  const lines = own.map(({ path, sha256 }) => `${sha256}  ${path.slice(slug.length + 1)}\n`);
  return lines.toSorted((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join("");
}
