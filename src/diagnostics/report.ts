import { diagnostic } from "./diagnostic.ts";
import type { RuleName } from "./rules.ts";
import type { Diagnostic, SourcePoint } from "../model/diagnostic.ts";
import type { JoinedText } from "../model/source.ts";

/** Takes a diagnostic about a node of the article that is being transformed. */
export type Report = (rule: RuleName, node: Positioned | undefined, message: string, hint?: string) => void;

interface Positioned {
  readonly position?: { readonly start: SourcePoint; readonly end: SourcePoint } | undefined;
}

/** A report that knows which file each line comes from and collects into a list. */
export function reporter(text: JoinedText, diagnostics: Diagnostic[]): Report {
  return (rule, node, message, hint) => {
    const { file, position } = text.locate(node?.position);
    diagnostics.push(diagnostic(rule, message, hint, { file: file.shown, position }));
  };
}
