import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import { escapeControls, escapeLines } from "./escape-controls.ts";
import type { Reporter } from "./report.ts";

/**
 * Prints annotations for a pull request:
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions. Files are printed as plain lines.
 */
export const github: Reporter = ({ diagnostics, files, verb }) => ({
  output: [...diagnostics.map(toCommand), ...files.map(({ path }) => `${verb} ${escapeControls(path)}\n`)].join(""),
  errors: "",
  closing: "",
});

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", info: "notice" };

function toCommand({ severity, file, place, end, rule, message, hint }: Diagnostic): string {
  const sameLine = end && end.line === place?.line;
  const properties = Object.entries({
    file,
    line: place?.line,
    endLine: end?.line,
    col: place?.column,
    endColumn: sameLine ? end.column : undefined,
    title: rule,
  }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`]));
  const text = hint === undefined ? message : `${message}\n${hint}`;
  return `::${commands[severity]} ${properties.join(",")}::${escapeData(text)}\n`;
}

/** Escapes characters that would end or change a command. */
function escapeData(text: string): string {
  return escapeLines(text.replaceAll(/\r\n?/g, "\n")).replaceAll("%", "%25").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
