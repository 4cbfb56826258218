import type { Manifest } from "../../config/manifest-file.ts";
import type {
  KnownReport,
  ReportedAssertion,
  ReportedFinding,
  ReportedSoftware,
  ReportedSubject,
  ReportedTest,
} from "../../config/report-file.ts";
import type { CheckSuite } from "../../model/check-suite.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { Examined } from "../../model/examined.ts";
import { findEdition } from "../../model/every-edition.ts";
import { earlContext } from "./earl-context.ts";
import { forExperts, forPeople } from "./for-people.ts";
import { coveredBy } from "./standards.ts";
import { textTest } from "./text-test.ts";

/** Another program's result for a file, from its own report. */
export interface OutsideResult {
  /** The file's path relative to the output folder. */
  readonly path: string;
  readonly suite: CheckSuite;
  readonly passed: boolean;
  /** How the result was matched to this file. */
  readonly info: string;
  readonly findings: readonly ReportedFinding[];
}

/**
 * A conformance report: JSON-LD in the vocabulary of EARL 1.0 (https://www.w3.org/TR/EARL10-Schema/), and what the page
 * shows.
 */
export type ConformanceReport = KnownReport & ReturnType<typeof heading>;

const own = "#offprint";
const publication = "#publication";

/**
 * Makes a report of the checks that ran on each file and their outcomes, without a timestamp. `earlier`: results for
 * files that were not rebuilt; only those for identical bytes are used.
 */
export function makeReport(
  manifest: Manifest,
  examined: Examined,
  outside: readonly OutsideResult[],
  earlier?: KnownReport,
): ConformanceReport {
  const subjects = [subjectOfAll(manifest), ...manifest.artifacts.map(toSubject)];
  const tests = new Map<string, ReportedTest>();
  const assertors = new Map([[own, software(own, "Offprint", manifest.tool.version)]]);
  const assertions: ReportedAssertion[] = [];
  const tell = (suite: CheckSuite, subject: string, result: Omit<ReportedAssertion["result"], "@type">): void => {
    const { name, version } = suite.tool ?? {};
    const assertedBy = name === undefined ? own : idOf([name, version].filter(Boolean).join(" "));
    if (name !== undefined) assertors.set(assertedBy, software(assertedBy, name, version));
    const test = `#${suite.id}`;
    tests.set(test, toTest(suite));
    assertions.push(automatic(assertedBy, subject, test, result));
  };
  tests.set("#texts", textTest);
  assertions.push(automatic(own, publication, "#texts", outcomeOf(examined.found)));
  for (const { path, sha256 } of manifest.artifacts) {
    const id = nameOf(path);
    const file = examined.files.find((candidate) => candidate.path === path && candidate.sha256 === sha256);
    for (const suite of file?.suites ?? []) tell(suite, id, outcomeOf(file?.found ?? [], suite.rules));
    if (!file && earlier?.subjects.some((subject) => subject["@id"] === id && subject.sha256 === sha256)) {
      const known = earlier.assertions.filter(({ subject }) => subject === id);
      assertions.push(...known);
      for (const { test, assertedBy } of known) {
        for (const entry of earlier.tests.filter((each) => each["@id"] === test)) tests.set(test, entry);
        for (const assertor of earlier.assertors.filter((each) => each["@id"] === assertedBy))
          assertors.set(assertedBy, assertor);
      }
    }
    for (const result of outside.filter((candidate) => candidate.path === path)) {
      const { suite, passed, info, findings } = result;
      tell(suite, id, {
        outcome: passed ? "earl:passed" : "earl:failed",
        info,
        ...(findings.length > 0 && { findings }),
      });
    }
  }
  const byPerson = {
    "@type": "earl:Assertion",
    assertedBy: own,
    subject: publication,
    test: "#people",
    mode: "earl:manual",
    result: { "@type": "earl:TestResult", outcome: "earl:untested" },
  } as const;
  tests.set("#people", {
    "@id": "#people",
    "@type": "earl:TestRequirement",
    title: "What only a person can tell",
    requires: coveredBy(forPeople),
    hasPart: [...forPeople.map(({ question, source }) => ({ identifier: question, source })), { source: forExperts }],
  });
  return {
    ...heading(manifest),
    assertors: [...assertors.values()],
    subjects,
    tests: [...tests.values()],
    // A result in both an earlier report and a remaining file counts once.
    assertions: distinct([...assertions, byPerson]),
  };
}

function heading({ slug, title, language, release, date, tool, browser, facts = [] }: Manifest) {
  return {
    "@context": earlContext,
    "@id": `${encodeURIComponent(slug)}.report.json`,
    title,
    language,
    ...(release !== undefined && { version: release }),
    ...(date !== undefined && { date }),
    madeWith: [`Offprint ${tool.version}`, `Node ${tool.node}`, ...(browser === null ? [] : [browser])],
    facts,
  };
}

/** Returns a file's name relative to the report, which is beside it. */
const nameOf = (path: string): string => encodeURIComponent(path.split("/").at(-1) ?? path);

const idOf = (name: string): string => `#${name.toLowerCase().replaceAll(/[^a-z0-9.]+/g, "-")}`;

function subjectOfAll({ title }: Manifest): ReportedSubject {
  return { "@id": publication, "@type": "earl:TestSubject", title };
}

function toSubject({ path, edition, label, mediaType, size, sha256 }: Manifest["artifacts"][number]): ReportedSubject {
  const title = label ?? findEdition(edition)?.description ?? edition;
  return { "@id": nameOf(path), "@type": "earl:TestSubject", title, format: mediaType, extent: size, sha256 };
}

function software(id: string, title: string, version: string | undefined): ReportedSoftware {
  return { "@id": id, "@type": "earl:Software", title, ...(version !== undefined && { version }) };
}

function toTest({ id, title, parts }: CheckSuite): ReportedTest {
  return {
    "@id": `#${id}`,
    "@type": "earl:TestRequirement",
    title,
    requires: coveredBy(parts),
    ...(parts.length > 1 && {
      hasPart: parts.map(({ name, source }) => ({ ...(name !== undefined && { identifier: name }), source })),
    }),
  };
}

function automatic(
  assertedBy: string,
  subject: string,
  test: string,
  result: Omit<ReportedAssertion["result"], "@type">,
): ReportedAssertion {
  return {
    "@type": "earl:Assertion",
    assertedBy,
    subject,
    test,
    mode: "earl:automatic",
    result: { "@type": "earl:TestResult", ...result },
  };
}

/** Returns a test's outcome: a warning needs a person's judgement, and a published file has no errors. */
function outcomeOf(
  found: readonly Diagnostic[],
  rules?: readonly string[],
): Omit<ReportedAssertion["result"], "@type"> {
  const mine = rules ? found.filter(({ rule }) => rules.includes(rule)) : found;
  const grave = mine.filter(({ severity }) => severity === "error");
  const open = mine.some(({ severity }) => severity === "warning");
  return {
    outcome: grave.length > 0 ? "earl:failed" : open ? "earl:cantTell" : "earl:passed",
    ...(mine.length > 0 && { findings: mine.map(toFinding) }),
  };
}

function toFinding({ rule, severity, message, file, place }: Diagnostic): ReportedFinding {
  return { rule, severity, message, ...(file !== undefined && { file }), ...place };
}

function distinct<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
