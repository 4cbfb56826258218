import { z } from "zod";

/** Schemas of the responses, used for the responses and for the API description. */
const diagnosticAnswer = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  hint: z.string().optional(),
  file: z.string().optional(),
  place: z.object({ line: z.int(), column: z.int() }).optional(),
});

export const artifactAnswer = z.object({
  edition: z.string(),
  name: z.string(),
  mediaType: z.string(),
  size: z.int().describe("Size in bytes."),
  sha256: z.string(),
  pages: z.int().optional(),
  href: z.string().describe("Address of the file for the next ten minutes."),
});

export const documentAnswer = z.object({
  requestId: z.string(),
  artifacts: z.array(artifactAnswer),
  diagnostics: z.array(diagnosticAnswer),
});

export const problemAnswer = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    requestId: z.string(),
    diagnostics: z.array(diagnosticAnswer),
  })
  .describe("Problem details (RFC 9457).");

export const healthAnswer = z.object({
  status: z.enum(["ok", "stopping"]),
  version: z.string(),
  active: z.int(),
  waiting: z.int(),
});

/** A row: values by variable name. */
export const rowBody = z.record(z.string(), z.string());

export type ArtifactAnswer = z.output<typeof artifactAnswer>;
