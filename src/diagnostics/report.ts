import { diagnostic } from "./diagnostic.ts";
import type { RuleName } from "./rules.ts";
import type { Diagnostic, SourcePoint } from "../model/diagnostic.ts";
import type { JoinedText } from "../model/source.ts";

/** Reports a diagnostic about a node of the article being transformed. */
export type Report = (rule: RuleName, node: Positioned | undefined, message: string, hint?: string) => void;

interface Positioned {
  readonly position?: { readonly start: SourcePoint; readonly end: SourcePoint } | undefined;
}

/** Returns a reporter that finds the file of each line and adds to a list. */
export function reporter(text: JoinedText, diagnostics: Diagnostic[]): Report {
  return (rule, node, message, hint) => {
    const { file, position } = text.locate(node?.position);
    diagnostics.push(diagnostic(rule, message, hint, { file: file.shown, position }));
  };
}
