import type { Checkers } from "../../../model/checker.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Outcome } from "../../../model/outcome.ts";
import type { Browser } from "../../../model/browser.ts";
import { toDiagnostic } from "./finding.ts";
import type { Trace } from "./trace.ts";

/** A finished book, and how to locate its content in the source. */
interface Audited {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly trace: Trace;
}

/** Runs the official checkers: EPUBCheck in Java, then Ace by DAISY. They are slow, so they run on demand only. */
export async function auditEpub(
  { bytes, file, trace }: Audited,
  checkers: Checkers,
  openBrowser: () => Promise<Outcome<Browser>>,
): Promise<readonly Diagnostic[]> {
  const checked = await checkers.epubcheck(bytes);
  const valid = checked.ok ? checked.value : [];
  const browser = await openBrowser();
  const audited = browser.ok ? await checkers.ace(bytes, browser.value) : browser;
  const accessible = audited.ok ? audited.value : [];
  return [
    ...checked.diagnostics,
    ...valid.map((finding) => {
      const rule = finding.severity === "error" ? "epubValid" : "epubAdvice";
      return toDiagnostic(rule, "EPUBCheck", finding, file, trace);
    }),
    ...audited.diagnostics,
    ...accessible.map((finding) => toDiagnostic("epubAccessible", "Ace", finding, file, trace)),
  ];
}
