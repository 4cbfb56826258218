import { z } from "zod";

const kind = z.enum(["added", "altered", "removed"]);

const change = z.object({
  kind,
  /** The title of a section, or the statement of a fact. */
  title: z.string(),
  /** Of a section: where it begins on paper. */
  page: z.number().int().positive().optional(),
  /** Of a section: where it began in the release before. */
  formerPage: z.number().int().positive().optional(),
  /** Of a fact. */
  before: z.string().optional(),
  after: z.string().optional(),
});

const release = z.object({
  /** As every copy names it. */
  id: z.string(),
  /** The day that the text gives itself. */
  date: z.iso.date().optional(),
  /** Since the release before it. */
  sections: z.array(change).readonly(),
  facts: z.array(change).readonly(),
});

/** `releases.json`: the releases of a publication, newest first. It holds no time of making. */
export const releasesFile = z.object({ releases: z.array(release).readonly() });

export type Change = z.output<typeof change>;
export type ListedRelease = z.output<typeof release>;
