import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { sumsName } from "../../site/sums.ts";
import type { Sums } from "./read-sums.ts";
import type { Verified } from "./verify-file.ts";

/** Completes a result with the digest list of the release, which lists files that no manifest does. */
export function againstSums({ file, diagnostics }: Verified, name: string, { digests }: Sums): Verified {
  const listed = digests.get(name);
  const { path, sha256, state } = file;
  if (sha256 === undefined) return { file, diagnostics };
  if (listed === undefined) {
    const message = `${sumsName} does not list this file.`;
    const unlisted = diagnostic("fileListed", message, "Remove it, or find out where it comes from.", { file: path });
    return {
      file: { ...file, state: state === "unchanged" ? "unknown" : state },
      diagnostics: [...diagnostics, unlisted],
    };
  }
  if (listed === sha256) {
    return state === "unknown" ? { file: { ...file, state: "unchanged" }, diagnostics: [] } : { file, diagnostics };
  }
  const message = `This is not the file that ${sumsName} lists: its digest begins with ${sha256.slice(0, 8)}, not ${listed.slice(0, 8)}.`;
  const hint = "Take the file from where it was published.";
  // A manifest may explain the difference.
  const why = diagnostics.filter(({ rule }) => rule === "fileUnchanged");
  return {
    file: { ...file, state: "changed" },
    diagnostics: [diagnostic("fileUnchanged", message, hint, { file: path }), ...why],
  };
}
