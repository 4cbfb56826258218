import { styleText } from "node:util";
import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import { codeFrame } from "./code-frame.ts";
import { escapeControls, escapeLines } from "./escape-controls.ts";
import { gravest, type Group, groupDiagnostics } from "./group.ts";
import type { Report, ReportedFile, Reporter, Style } from "./report.ts";

type Format = Parameters<typeof styleText>[0];

const looks: Readonly<Record<Severity, Format>> = { error: "red", warning: "yellow", info: "blue" };

/**
 * For people: what was noticed, equal things together, the gravest with the line they point at; then what was made; then
 * a sentence on all of it.
 */
export const text: Reporter = (report, style) => {
  const paint: Paint = (format, words) => (style.colour ? styleText(format, words, { validateStream: false }) : words);
  const groups = groupDiagnostics(report.diagnostics, report.verbose ?? false);
  const blocks = groups.map((group) => toBlock(group, report.sources, style, paint));
  const isAllShown = groups.every(({ all, isShown }) => all.length === 1 && isShown);
  return {
    output: report.files.map((file) => `${report.verb} ${toLine(file)}\n`).join(""),
    errors: blocks.join(blocks.some((block) => block.includes("\n  ")) ? "\n" : ""),
    closing: close(report, isAllShown),
  };
};

type Paint = (format: Format, words: string) => string;

function toBlock(group: Group, sources: Report["sources"], style: Style, paint: Paint): string {
  const { file, place, end, severity, hint } = group.first;
  const head = group.all.length > 1 ? headOfMany(group, paint) : headOfOne(group.first, paint);
  if (!group.isShown) return `${head}\n`;
  const source = file === undefined ? undefined : sources.get(file);
  const frame = source !== undefined && place ? codeFrame(source, place, end, style.columns) : [];
  const last = frame.length - 1;
  const lines = frame.map((line, index) => `  ${index === last ? paint(looks[severity], line) : paint("dim", line)}`);
  const advice = hint === undefined ? [] : escapeLines(hint).split("\n");
  return `${[head, ...lines, ...advice.map((line) => `  ${line}`)].join("\n")}\n`;
}

function headOfOne(diagnostic: Diagnostic, paint: Paint): string {
  const { severity, message, rule } = diagnostic;
  const where = whereIs(diagnostic);
  const place = where === "" ? "" : `${paint("bold", where)} `;
  return `${place}${paint(looks[severity], severity)} ${escapeLines(message)} ${paint("dim", rule)}`;
}

/** "warning oneTitle (×326): There is a second heading, first at a.md:3:1". */
function headOfMany({ first, all }: Group, paint: Paint): string {
  const { severity, rule, message } = first;
  const said = escapeLines(message).replace(/\.$/, "");
  const others = new Set(all.map((one) => one.message)).size - 1;
  const more = others === 0 ? "" : ` (and ${others} more like it)`;
  const where = whereIs(first);
  const place = where === "" ? "" : `, first at ${paint("bold", where)}`;
  return `${paint(looks[severity], severity)} ${rule} (×${all.length}): ${said}${more}${place}`;
}

function whereIs({ file, place }: Diagnostic): string {
  const parts = [file === undefined ? undefined : escapeControls(file), place?.line, place?.column];
  return parts.filter((part) => part !== undefined).join(":");
}

function toLine({ path, size, pages }: ReportedFile): string {
  const sheets = pages === undefined ? "" : `, ${plural(pages, "page")}`;
  return `${escapeControls(path)} (${Math.ceil(size / 1024)} kB${sheets})`;
}

/** "3 files written. 2 warnings, 1 info; look first at a.md:3:1 (imageExists). --verbose shows all." Nothing of nothing. */
function close({ diagnostics, files, verb }: Report, isAllShown: boolean): string {
  const first = gravest(diagnostics);
  if (!first) return "";
  const made = files.length === 0 ? "" : `${plural(files.length, "file")} ${verb.toLowerCase()}. `;
  const where = whereIs(first);
  const place = where === "" ? first.rule : `${where} (${first.rule})`;
  const advice = diagnostics.length === 1 ? "." : `; look first at ${place}.`;
  return `\n${made}${count(diagnostics)}${advice}${isAllShown ? "" : " --verbose shows all."}\n`;
}

/** "2 errors, 1 warning". */
function count(diagnostics: readonly Diagnostic[]): string {
  return (["error", "warning", "info"] as const)
    .map((kind) => [diagnostics.filter(({ severity }) => severity === kind).length, kind] as const)
    .filter(([number]) => number > 0)
    .map(([number, kind]) => plural(number, kind))
    .join(", ");
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
