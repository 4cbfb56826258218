import { z } from "zod";

/** The parts that we read of veraPDF's JSON report (`--format json`). */
const veraRule = z.object({
  specification: z.string().optional(),
  clause: z.string(),
  testNumber: z.number(),
  description: z.string(),
  failedChecks: z.number(),
});
const veraResult = z.object({
  profileName: z.string(),
  compliant: z.boolean(),
  details: z.object({ ruleSummaries: z.array(veraRule) }),
});

export const veraReport = z.object({
  report: z.object({
    buildInformation: z
      .object({ releaseDetails: z.array(z.object({ id: z.string(), version: z.string() })) })
      .optional(),
    jobs: z
      .array(
        z.object({
          itemDetails: z.object({ name: z.string(), size: z.number() }),
          // One result, or one for each profile.
          validationResult: z.union([veraResult.transform((result) => [result]), z.array(veraResult)]),
        }),
      )
      .min(1),
  }),
});

/** Parts of Ace's `report.json`. */
const aceOutcome = z.enum(["pass", "fail", "cantTell", "inapplicable", "untested"]);

export const aceReport = z.object({
  "@type": z.literal("earl:report"),
  "earl:assertedBy": z.object({
    "doap:name": z.string(),
    "doap:release": z.object({ "doap:revision": z.string() }).optional(),
  }),
  "earl:testSubject": z.object({ url: z.string() }),
  "earl:result": z.object({ "earl:outcome": aceOutcome }),
  assertions: z.array(
    z.object({
      "earl:testSubject": z.object({ url: z.string() }),
      assertions: z.array(
        z.object({
          "earl:test": z.object({ "dct:title": z.string(), "earl:impact": z.string().optional() }),
          "earl:result": z.object({ "earl:outcome": aceOutcome, "dct:description": z.string().optional() }),
        }),
      ),
    }),
  ),
});

/** Parts of the report of EPUBCheck in Java (`--json`). */
export const epubCheckReport = z.object({
  checker: z.object({
    filename: z.string(),
    checkerVersion: z.string(),
    nFatal: z.number(),
    nError: z.number(),
    nWarning: z.number(),
  }),
  messages: z.array(
    z.object({
      ID: z.string(),
      severity: z.string(),
      message: z.string(),
      locations: z
        .array(z.object({ path: z.string(), line: z.number().optional(), column: z.number().optional() }))
        .optional(),
    }),
  ),
});
