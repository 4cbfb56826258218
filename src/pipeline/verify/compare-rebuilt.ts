import type { Manifest } from "../../config/manifest-file.ts";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";

/** Reports what differs in a rebuilt publication, and why. `place`: the parts of a file that differ. */
export function compareRebuilt(
  listed: Manifest,
  rebuilt: Manifest | undefined,
  place: (path: string) => string | undefined = () => undefined,
): Diagnostic[] {
  const file = `${listed.slug}/manifest.json`;
  if (!rebuilt) {
    const message = `The publication "${listed.slug}" was not rebuilt: its sources are not among those named.`;
    return [diagnostic("fileRebuilt", message, "Name its sources with --source.", { file })];
  }
  const again = new Map(rebuilt.artifacts.map((entry) => [entry.edition, entry.sha256]));
  const reasons = reasonsOf(listed, rebuilt);
  const same = "sources, Offprint, Node and browser are the same";
  const why = (path: string): string => {
    const where = place(path);
    return [reasons.length === 0 ? same : reasons.join("; "), ...(where === undefined ? [] : [where])].join("; ");
  };
  return listed.artifacts
    .filter(({ edition, sha256 }) => again.has(edition) && again.get(edition) !== sha256)
    .map(({ path }) =>
      diagnostic("fileRebuilt", `Rebuilt, this file has different bytes: ${why(path)}.`, undefined, { file: path }),
    );
}

function reasonsOf(listed: Manifest, rebuilt: Manifest): string[] {
  const digests = new Map(listed.sources.map(({ path, sha256 }) => [path, sha256]));
  const changed = rebuilt.sources.filter(({ path, sha256 }) => digests.get(path) !== sha256).map(({ path }) => path);
  const difference = (what: string, before: string | null | undefined, after: string | null | undefined): string[] =>
    before === after ? [] : [`${what} was ${before ?? "none"} and is ${after ?? "none"}`];
  return [
    ...(changed.length > 0
      ? [`other sources (${changed.join(", ")})`]
      : difference("the version", listed.release, rebuilt.release)),
    ...difference("Offprint", listed.tool.version, rebuilt.tool.version),
    ...difference("Node", listed.tool.node, rebuilt.tool.node),
    ...difference("the browser", listed.browser, rebuilt.browser),
  ];
}
