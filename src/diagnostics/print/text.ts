import { styleText } from "node:util";
import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import { codeFrame } from "./code-frame.ts";
import { escapeControls, escapeLines } from "./escape-controls.ts";
import { type Block, type Fitted, fitScreen } from "./fit-screen.ts";
import { count, gravest, type Group, groupDiagnostics, plural } from "./group.ts";
import type { Report, ReportedFile, Reporter, Style } from "./report.ts";

type Format = Parameters<typeof styleText>[0];

const looks: Readonly<Record<Severity, Format>> = { error: "red", warning: "yellow", info: "blue" };

/** Prints for people: grouped findings, the gravest with their source line, then the files, then a summary. */
export const text: Reporter = (report, style) => {
  const paint: Paint = (format, words) => (style.colour ? styleText(format, words, { validateStream: false }) : words);
  const groups = groupDiagnostics(report.diagnostics, report.verbose ?? false);
  const blocks = groups.map((group) => toBlock(group, report, style, paint));
  const all = { shown: blocks.map(({ whole }) => ({ text: whole, isWhole: true })), leftOut: [] };
  const fitted = report.verbose ? all : fitScreen(blocks, style.columns, report.files.length);
  const isAllShown = groups.every((group) => group.all.length === 1) && fitted.shown.every(({ isWhole }) => isWhole);
  return {
    output: report.files.map((file) => `${report.verb} ${toLine(file)}\n`).join(""),
    errors: join(fitted, paint),
    closing: close(report, isAllShown && fitted.leftOut.length === 0),
  };
};

type Paint = (format: Format, words: string) => string;

/** Joins blocks; those of several lines are separated by empty lines. */
function join({ shown, leftOut }: Fitted, paint: Paint): string {
  const rest = leftOut.flatMap(({ all }) => all);
  const more = paint("dim", `and ${plural(leftOut.length, "more kind")} (${count(rest)})`);
  const texts = [...shown.map(({ text: words }) => words), ...(leftOut.length === 0 ? [] : [more])];
  return texts
    .map((words, index) => {
      const isApart = words.includes("\n") || (texts[index + 1]?.includes("\n") ?? false);
      return `${words}\n${isApart && index < texts.length - 1 ? "\n" : ""}`;
    })
    .join("");
}

function toBlock(group: Group, { sources, imported }: Report, style: Style, paint: Paint): Block {
  const { rule, file = "", place, end, severity, hint } = group.first;
  const head = group.all.length > 1 ? headOfMany(group, paint) : headOfOne(group.first, paint);
  const source = (rule === "importComplete" ? undefined : imported?.get(file)) ?? sources.get(file);
  const frame = source !== undefined && place ? codeFrame(source, place, end, style.columns) : [];
  const last = frame.length - 1;
  const lines = frame.map((line, index) => `  ${index === last ? paint(looks[severity], line) : paint("dim", line)}`);
  const advice = hint === undefined ? [] : escapeLines(hint).split("\n");
  return { group, head, whole: [head, ...lines, ...advice.map((line) => `  ${line}`)].join("\n") };
}

function headOfOne(diagnostic: Diagnostic, paint: Paint): string {
  const { severity, message, rule } = diagnostic;
  const where = whereIs(diagnostic);
  const place = where === "" ? "" : `${paint("bold", where)} `;
  return `${place}${paint(looks[severity], severity)} ${escapeLines(message)} ${paint("dim", rule)}`;
}

/** Returns, for example, "warning oneTitle (×326): There is a second heading, first at a.md:3:1". */
function headOfMany({ first, all }: Group, paint: Paint): string {
  const { severity, rule, message } = first;
  const sentence = escapeLines(message).replace(/\.$/, "");
  const others = new Set(all.map((diagnostic) => diagnostic.message)).size - 1;
  const more = others === 0 ? "" : ` (and ${others} more like it)`;
  const where = whereIs(first);
  const place = where === "" ? "" : `, first at ${paint("bold", where)}`;
  return `${paint(looks[severity], severity)} ${rule} (×${all.length}): ${sentence}${more}${place}`;
}

function whereIs({ file, place }: Diagnostic): string {
  const parts = [file === undefined ? undefined : escapeControls(file), place?.line, place?.column];
  return parts.filter((part) => part !== undefined).join(":");
}

function toLine({ path, size, pages }: ReportedFile): string {
  const sheets = pages === undefined ? "" : `, ${plural(pages, "page")}`;
  return `${escapeControls(path)} (${Math.ceil(size / 1000)} kB${sheets})`;
}

/**
 * Returns, for example, "3 files written. 2 warnings, 1 info; look first at a.md:3:1 (imageExists). --verbose shows
 * all." Omits zero counts.
 */
function close({ diagnostics, files, verb }: Report, isAllShown: boolean): string {
  const first = gravest(diagnostics);
  if (!first) return "";
  const made = files.length === 0 ? "" : `${plural(files.length, "file")} ${verb.toLowerCase()}. `;
  const where = whereIs(first);
  const place = where === "" ? first.rule : `${where} (${first.rule})`;
  const advice = diagnostics.length === 1 ? "." : `; look first at ${place}.`;
  return `\n${made}${count(diagnostics)}${advice}${isAllShown ? "" : " --verbose shows all."}\n`;
}
