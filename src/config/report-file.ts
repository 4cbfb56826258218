import { z } from "zod";

/** Location of a finding. */
const finding = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  message: z.string(),
  file: z.string().optional(),
  line: z.number().optional(),
  column: z.number().optional(),
});

const software = z.object({
  "@id": z.string(),
  "@type": z.literal("earl:Software"),
  title: z.string(),
  version: z.string().optional(),
});

const test = z.object({
  "@id": z.string(),
  "@type": z.literal("earl:TestRequirement"),
  title: z.string(),
  /** Covered requirements: a standard, its address, the clauses that were checked. */
  requires: z
    .array(
      z.object({ title: z.string(), page: z.string().optional(), clauses: z.array(z.string()).readonly().optional() }),
    )
    .readonly(),
  /** Each checked item. */
  hasPart: z
    .array(z.object({ identifier: z.string().optional(), source: z.string() }))
    .readonly()
    .optional(),
});

const subject = z.object({
  "@id": z.string(),
  "@type": z.literal("earl:TestSubject"),
  title: z.string(),
  format: z.string().optional(),
  /** In bytes. */
  extent: z.number().optional(),
  sha256: z.string().optional(),
});

const assertion = z.object({
  "@type": z.literal("earl:Assertion"),
  assertedBy: z.string(),
  subject: z.string(),
  test: z.string(),
  mode: z.enum(["earl:automatic", "earl:manual"]),
  result: z.object({
    "@type": z.literal("earl:TestResult"),
    outcome: z.enum(["earl:passed", "earl:failed", "earl:cantTell", "earl:untested"]),
    info: z.string().optional(),
    findings: z.array(finding).readonly().optional(),
  }),
});

/** The parts of an earlier report that a run reuses if it builds only some files; the rest is written anew. */
export const reportFile = z.object({
  assertors: z.array(software).readonly(),
  subjects: z.array(subject).readonly(),
  tests: z.array(test).readonly(),
  assertions: z.array(assertion).readonly(),
});

export type KnownReport = z.output<typeof reportFile>;
export type ReportedSoftware = z.output<typeof software>;
export type ReportedSubject = z.output<typeof subject>;
export type ReportedTest = z.output<typeof test>;
export type ReportedAssertion = z.output<typeof assertion>;
export type ReportedFinding = z.output<typeof finding>;
