import { join } from "node:path";
import type { Manifest } from "../../config/manifest-file.ts";
import { parseOwnJson } from "../../config/parse-own-json.ts";
import type { KnownReport } from "../../config/report-file.ts";
import type { Examined } from "../../model/examined.ts";
import { sha256Of } from "../../model/sha256.ts";
import type { World } from "../../model/world.ts";
import { composeReport } from "../../site/report/compose-report.ts";
import { makeReport } from "../../site/report/make-report.ts";
import { readIfThere } from "../read-if-there.ts";
import type { OutputFile } from "../output-folder.ts";
import { outsideResults } from "./outside-results.ts";

/** A manifest with its conformance report, where there is one. */
export interface Reported {
  readonly manifest: Manifest;
  /** The report as HTML and as JSON. */
  readonly files: readonly OutputFile[];
  /** The named reports of other checkers that it includes. */
  readonly read: readonly string[];
}

interface Reporting {
  readonly manifest: Manifest;
  readonly examined: Examined;
  readonly results: readonly string[] | undefined;
  /** The previous manifest. */
  readonly earlier: Manifest | undefined;
}

/** Adds the conformance report of a publication. */
export async function withReport(
  world: World,
  folder: string,
  { manifest, examined, results = [], earlier }: Reporting,
): Promise<Reported> {
  const { slug } = manifest;
  const known = earlier ? await earlierReport(world, join(folder, slug, `${slug}.report.json`)) : undefined;
  const outside = await outsideResults(world, folder, manifest, results);
  const report = makeReport(manifest, examined, outside.found, known);
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const files = [
    { path: `${slug}/${slug}.report.html`, mediaType: "text/html", bytes: bytes(composeReport(report)) },
    {
      path: `${slug}/${slug}.report.json`,
      mediaType: "application/ld+json",
      bytes: bytes(`${JSON.stringify(report)}\n`),
    },
  ];
  const reports = files.map(({ path, mediaType, bytes: own }) => ({
    path,
    mediaType,
    size: own.length,
    sha256: sha256Of(own),
  }));
  return { manifest: { ...manifest, reports }, files, read: outside.read };
}

/** The file is untrusted: anything not in our own form is ignored. */
async function earlierReport(world: World, path: string): Promise<KnownReport | undefined> {
  const text = await readIfThere(world, path);
  if (text === undefined) return undefined;
  const { reportFile } = await import("../../config/report-file.ts");
  return parseOwnJson(reportFile, text);
}
