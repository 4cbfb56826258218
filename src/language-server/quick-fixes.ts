import { type CodeAction, CodeActionKind, type Diagnostic, type TextEdit } from "vscode-languageserver";
import { offsetAt, positionAt } from "./to-lsp.ts";

/** Returns the change that each "Did you mean …?" proposes. */
export function quickFixes(uri: string, text: string, diagnostics: readonly Diagnostic[]): CodeAction[] {
  return diagnostics.flatMap((diagnostic) => {
    const edit = editFor(text, diagnostic);
    if (!edit) return [];
    return [
      {
        title: `Change to "${edit.newText}"`,
        kind: CodeActionKind.QuickFix,
        diagnostics: [diagnostic],
        isPreferred: true,
        edit: { changes: { [uri]: [edit] } },
      },
    ];
  });
}

/**
 * The message quotes the wrong word, the hint the right one; the first occurrence after the diagnostic's position is
 * changed.
 */
function editFor(text: string, { message: content, range }: Diagnostic): TextEdit | undefined {
  const message = typeof content === "string" ? content : content.value;
  const meant = /Did you mean "([^"\n]+)"\?/.exec(message)?.[1];
  if (meant === undefined) return undefined;
  const problem = message.split("\nDid you mean")[0] ?? "";
  const from = offsetAt(text, { line: range.start.line, character: 0 });
  const lineEnd = text.indexOf("\n", offsetAt(text, range.end));
  const stretch = text.slice(from, lineEnd < 0 ? undefined : lineEnd);
  const wrong = [...problem.matchAll(/"([^"\n]+)"/g)]
    .map(([, word = ""]) => word)
    .find((word) => word !== meant && stretch.includes(word));
  if (wrong === undefined) return undefined;
  const inside = stretch.indexOf(wrong, Math.max(0, offsetAt(text, range.start) - from));
  const start = from + (inside < 0 ? stretch.indexOf(wrong) : inside);
  return {
    range: { start: positionAt(text, start), end: positionAt(text, start + wrong.length) },
    newText: meant,
  };
}
