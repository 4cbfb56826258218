import { z } from "zod";
import { parseOwnJson } from "./parse-own-json.ts";

const kind = z.enum(["added", "altered", "removed"]);

const change = z.object({
  kind,
  /** Title of a section, or statement of a fact. */
  title: z.string(),
  /** First page of a section. */
  page: z.number().int().positive().optional(),
  /** First page of a section in the previous release. */
  formerPage: z.number().int().positive().optional(),
  /** Pages that state a fact. */
  pages: z.array(z.number().int().positive()).readonly().optional(),
  /** Pages that stated a fact in the previous release. */
  formerPages: z.array(z.number().int().positive()).readonly().optional(),
  /** Previous value of a fact. */
  before: z.string().optional(),
  after: z.string().optional(),
});

const release = z.object({
  /** As shown in every copy. */
  id: z.string(),
  /** Date given in the text. */
  date: z.iso.date().optional(),
  /** Changes since the previous release. */
  sections: z.array(change).readonly(),
  facts: z.array(change).readonly(),
  /** Of a previous release: the files that it had, so that a copy can be recognised. */
  files: z
    .array(z.object({ edition: z.string(), sha256: z.string() }))
    .readonly()
    .optional(),
});

/** `releases.json`: the releases of a publication, newest first. It contains no build time. */
const releasesFile = z.object({ releases: z.array(release).readonly() });

export type Change = z.output<typeof change>;
export type ListedRelease = z.output<typeof release>;

/** Returns the releases that a `releases.json` lists; none if it cannot be read. */
export function releasesIn(text: string | undefined): readonly ListedRelease[] {
  return parseOwnJson(releasesFile, text)?.releases ?? [];
}
