import type { Checkers } from "../../../model/checker.ts";
import type { Diagnostic } from "../../../model/diagnostic.ts";
import type { Outcome } from "../../../model/outcome.ts";
import type { Browser } from "../../../model/browser.ts";
import { toDiagnostic } from "./finding.ts";
import type { Trace } from "./trace.ts";

/** A finished book, and how to find where in the text something in it comes from. */
interface Audited {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly trace: Trace;
}

/** What the official checkers say: EPUBCheck in Java, then Ace by DAISY. They take their time, so only on demand. */
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
