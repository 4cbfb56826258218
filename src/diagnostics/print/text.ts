import { styleText } from "node:util";
import type { Diagnostic, Severity } from "../../model/diagnostic.ts";
import { codeFrame } from "./code-frame.ts";
import type { Report, ReportedFile, Reporter, Style } from "./report.ts";

type Format = Parameters<typeof styleText>[0];

const looks: Readonly<Record<Severity, Format>> = { error: "red", warning: "yellow", info: "blue" };

/** For people: each diagnostic with the line it points at, then what was made. */
export const text: Reporter = (report, style) => {
  const paint: Paint = (format, words) => (style.colour ? styleText(format, words, { validateStream: false }) : words);
  const blocks = report.diagnostics.map((diagnostic) => toBlock(diagnostic, report.sources, style, paint));
  const sums = count(report.diagnostics);
  return {
    output: report.files.map((file) => `${report.verb} ${toLine(file)}\n`).join(""),
    errors: [...blocks, ...(sums === "" ? [] : [`${sums}.\n`])].join("\n"),
  };
};

type Paint = (format: Format, words: string) => string;

function toBlock(diagnostic: Diagnostic, sources: Report["sources"], { columns }: Style, paint: Paint): string {
  const { file, place, end, severity, message, rule, hint } = diagnostic;
  const where = [file, place?.line, place?.column].filter((part) => part !== undefined).join(":");
  const head = `${where === "" ? "" : `${paint("bold", where)} `}${paint(looks[severity], severity)} ${message} ${paint("dim", rule)}`;
  const source = file === undefined ? undefined : sources.get(file);
  const frame = source !== undefined && place ? codeFrame(source, place, end, columns) : [];
  const last = frame.length - 1;
  const lines = frame.map((line, index) => `  ${index === last ? paint(looks[severity], line) : paint("dim", line)}`);
  const advice = hint === undefined ? [] : hint.split("\n").map((line) => `  ${line}`);
  return `${[head, ...lines, ...advice].join("\n")}\n`;
}

function toLine({ path, size, pages }: ReportedFile): string {
  const sheets = pages === undefined ? "" : `, ${plural(pages, "page")}`;
  return `${path} (${Math.ceil(size / 1024)} kB${sheets})`;
}

/** "2 errors, 1 warning", or nothing. */
function count(diagnostics: readonly Diagnostic[]): string {
  const kinds: readonly [Severity, string][] = [
    ["error", "error"],
    ["warning", "warning"],
    ["info", "info"],
  ];
  return kinds
    .map(
      ([severity, word]) =>
        [diagnostics.filter((diagnostic) => diagnostic.severity === severity).length, word] as const,
    )
    .filter(([number]) => number > 0)
    .map(([number, word]) => plural(number, word))
    .join(", ");
}

function plural(number: number, word: string): string {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}
