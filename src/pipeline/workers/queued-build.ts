import { relative } from "node:path";
import { z } from "zod";
import { digestOf } from "../../cache/digest.ts";
import { toolDigest } from "../../cache/tool.ts";
import { sourceKinds } from "../../model/imported.ts";
import { pdfStandards } from "../../model/pdf-standard.ts";
import type { SourceFile } from "../../model/source.ts";
import type { World } from "../../model/world.ts";
import type { SourcePublication } from "../../source/source-publication.ts";
import { keyOf } from "../build-key.ts";
import type { BuildRequest } from "../build-request.ts";

/** Common data of the jobs of a build in a queue. */
export const queuedBuild = z.object({
  kind: z.literal("build"),
  /** Digest of everything besides the sources that affects the files. */
  id: z.string(),
  /** The browser for printing, if the planning machine has one. */
  browser: z.string().optional(),
  sources: z.array(z.string()),
  editions: z.array(z.string()).optional(),
  formats: z.array(z.string()).optional(),
  pdfStandard: z.enum(pdfStandards).optional(),
  pageList: z.boolean().optional(),
  root: z.string().optional(),
  from: z.enum(sourceKinds).optional(),
  isCached: z.boolean(),
  /** Folder of the parcels, relative to the working folder or to the worker's store. */
  folder: z.string(),
});

/** A publication to build. */
export const queuedPublication = z.object({ slug: z.string(), sha256: z.string() });

/** Name of its result in the folder of parcels. */
export const queuedParcel = z.object({ name: z.string().regex(/^[0-9a-f]{64}$/) });

export type QueuedBuild = z.output<typeof queuedBuild>;

/**
 * Returns the digest of what affects the files besides the sources and the browser, independent of the machine's paths.
 */
export async function identifyBuild(world: World, request: BuildRequest): Promise<string> {
  const { SOURCE_DATE_EPOCH: epoch } = world.host.variables;
  const entries = Object.entries(keyOf(request)).filter(([, value]) => value !== undefined);
  const parts = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
  return digestOf([JSON.stringify(parts), (await toolDigest(world)) ?? "", epoch ?? ""]);
}

/** Returns the digest of a source. */
export function digestOfSource(source: SourcePublication): string {
  const { slug, folder, root, shared, settings, isLed, chapters, extracted, translation, versions } = source;
  const named = (file: SourceFile | undefined) => (file ? [file.shown, file.sha256] : null);
  const texts = (of: Pick<SourcePublication, "chapters" | "settings" | "isLed">) => [
    named(of.settings?.file),
    of.isLed ?? false,
    of.chapters.map(({ file, name, part, original, isUntranslated }) => [
      named(file),
      name ?? "",
      part === undefined ? false : part,
      named(original),
      isUntranslated ?? false,
    ]),
  ];
  const { language, original, record } = translation ?? {};
  return digestOf([
    slug,
    relative(root, folder),
    shared === undefined ? "" : relative(root, shared),
    texts({ chapters, ...(settings && { settings }), ...(isLed !== undefined && { isLed }) }),
    Array.from(extracted ?? [], ([path, bytes]) => [relative(folder, path), bytes]),
    [language ?? "", original ? texts(original) : null, named(record)],
    (versions ?? []).map((version) => [version.slug, version.language ?? "", named(version.file)]),
  ]);
}
