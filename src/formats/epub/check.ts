import { EpubCheck } from "@likecoin/epubcheck-ts";
import type { Nodes } from "xast";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { RuleName } from "../../diagnostics/rules.ts";
import type { CheckerFinding } from "../../model/checker.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import { checks } from "./check/checks.ts";
import { toDiagnostic } from "./check/finding.ts";
import { openBook } from "./check/open-book.ts";
import { checkRetailers } from "./check/retailers/retailers.ts";
import type { Trace } from "./check/trace.ts";

type Found = Awaited<ReturnType<typeof EpubCheck.validate>>["messages"][number];

/** The rule for each severity of EPUBCheck's messages; informational ones are dropped. */
const ruleOf: Readonly<Record<Found["severity"], RuleName | undefined>> = {
  fatal: "epubValid",
  error: "epubValid",
  warning: "epubAdvice",
  info: undefined,
  usage: undefined,
};

/**
 * Checks the finished book as EPUBCheck and a reading system would. A failure is a fault of Offprint or the template.
 */
export async function verifyEpub(bytes: Uint8Array, file: string, trace?: Trace): Promise<readonly Diagnostic[]> {
  return (await inspectEpub(bytes, file, trace)).found;
}

/**
 * Like `verifyEpub`, but also returns the text of the documents in spine order, or no text if the book cannot be
 * opened.
 */
export async function inspectEpub(
  bytes: Uint8Array,
  file: string,
  trace?: Trace,
): Promise<{ readonly found: readonly Diagnostic[]; readonly text?: string }> {
  const { messages } = await EpubCheck.validate(bytes);
  const checked = messages.flatMap((message) => {
    const rule = ruleOf[message.severity];
    return rule === undefined ? [] : [toDiagnostic(rule, "EPUBCheck", toFinding(message), file, trace)];
  });
  try {
    const book = openBook(bytes);
    const seen = checks.flatMap(({ source, find }) => find(book).map((what) => `${what} (${source})`));
    const faults = seen.map((what) => diagnostic("epubValid", what, undefined, { file }));
    const text = book.documents.map(({ elements: [root] }) => (root ? textIn(root.element) : "")).join("");
    return { found: [...checked, ...faults, ...(await checkRetailers(book, file, trace))], text };
  } catch (error) {
    const { cause, message } = error as Error;
    const reason = (cause instanceof Error ? cause.message : message).split("\n")[0] ?? "";
    const what = `The book cannot be opened: ${reason}. (EPUB 3.3, §4)`;
    return { found: [...checked, diagnostic("epubValid", what, undefined, { file })] };
  }
}

function textIn(node: Nodes): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map(textIn).join("") : "";
}

function toFinding({ id, severity, message, suggestion, location }: Found): CheckerFinding {
  return {
    id,
    severity: severity === "warning" ? "warning" : "error",
    message,
    ...(suggestion !== undefined && { help: suggestion }),
    ...(location && { path: location.path }),
    ...(location?.line !== undefined && { line: location.line }),
    ...(location?.column !== undefined && { column: location.column }),
  };
}
