import type { ReportLine } from "../block.ts";

/** Collects constructs that only another tool can execute, and reports them in one warning. */
export class LeftOut {
  private readonly marks = new Set<string>();
  private first: number | undefined;
  private kept: readonly [line: number, mark: string] | undefined;
  private readonly tool: string;
  private readonly hint: string;

  constructor(tool: string, hint: string) {
    this.tool = tool;
    this.hint = hint;
  }

  add(line: number, mark: string): void {
    this.first ??= line;
    this.marks.add(mark.replaceAll(/\s+/g, " "));
  }

  /** Collects a construct in a line that is printed as it is written. */
  keep(line: number, mark: string): void {
    this.kept ??= [line, mark];
  }

  report(report: ReportLine): void {
    if (this.kept) {
      const message = `Marks of ${this.tool} are printed as they are written: ${this.kept[1]}.`;
      report("syntaxUnknown", this.kept[0], message, "Write what they stand for, or set them as code: `…`.");
    }
    if (this.first === undefined) return;
    const shown = [...this.marks].slice(0, 4);
    const more = this.marks.size - shown.length;
    const list = `${shown.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
    report("syntaxUnknown", this.first, `Marks of ${this.tool} are left out: ${list}.`, this.hint);
  }
}
