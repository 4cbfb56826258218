import { z } from "zod";

const point = z.object({ line: z.int(), column: z.int() });

/** Schema of a diagnostic from another machine. */
export const diagnosticRecord = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  concern: z.enum(["work", "request", "tool"]),
  message: z.string(),
  hint: z.string().optional(),
  file: z.string().optional(),
  place: point.optional(),
  end: point.optional(),
});
