import { describe, expect, test } from "vitest";
import { diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { github } from "../../src/diagnostics/print/github.ts";
import { json } from "../../src/diagnostics/print/json.ts";
import type { Report } from "../../src/diagnostics/print/report.ts";
import { text } from "../../src/diagnostics/print/text.ts";
import { rules as allRules, type RuleName } from "../../src/diagnostics/rules.ts";

const style = { colour: false, columns: 80 };
const at = (rule: RuleName, message: string, line: number, file = "a.md") =>
  diagnostic(rule, message, "Mend it.", { file, position: { start: { line, column: 1 } } });

function report(changes: Partial<Report>): Report {
  return { diagnostics: [], sources: new Map(), files: [], verb: "Written", ...changes };
}

describe("text", () => {
  test("reports equal findings together, and all of them on request", () => {
    const many = Array.from({ length: 326 }, (_, index) => at("oneTitle", "There is a second title.", index + 3));
    const found = report({ diagnostics: many, sources: new Map([["a.md", "1\n2\n# Three\n"]]) });
    expect(text(found, style)).toEqual({
      output: "",
      errors:
        "warning oneTitle (×326): There is a second title, first at a.md:3:1\n  2 │ 2\n  3 │ # Three\n    │ ^\n  Mend it.\n",
      closing: "\n326 warnings; look first at a.md:3:1 (oneTitle). --verbose shows all.\n",
    });
    const { errors, closing } = text({ ...found, verbose: true }, style);
    expect(errors.match(/oneTitle/g)).toHaveLength(326);
    expect(closing).not.toContain("--verbose");
  });

  test("counts findings like the first", () => {
    const names = ["a.png", "b.png", "b.png"];
    const diagnostics = names.map((name, index) => at("imageExists", `There is no image file "${name}".`, index + 1));
    expect(text(report({ diagnostics }), style).errors).toBe(
      'warning imageExists (×3): There is no image file "a.png" (and 1 more like it), first at a.md:1:1\n  Mend it.\n',
    );
  });

  test("lists errors first, the gravest with their lines, and fits on a screen", () => {
    const rules: RuleName[] = ["oneTitle", "headingOrder", "imageHasAlt", "tableHasHeader", "footnoteUsed"];
    const warnings = rules.map((rule, index) => at(rule, "A warning.", index + 1));
    const errors = [at("yamlParses", "One.", 8), at("yamlParses", "Two.", 9)];
    const printed = text(report({ diagnostics: [...warnings, ...errors] }), style);
    expect(printed.errors.split("\n").filter((line) => line === "  Mend it.")).toHaveLength(4);
    expect(printed.errors).toContain("a.md:8:1 error One. yamlParses\n  Mend it.\n");
    expect(printed.errors).toContain("a.md:5:1 warning A warning. footnoteUsed\n");
    expect(printed.closing).toBe("\n2 errors, 5 warnings; look first at a.md:8:1 (yamlParses). --verbose shows all.\n");
  });

  test("leaves the kinds out for which a screen has no room, infos first, and never an error", () => {
    const rules = Object.keys(allRules).slice(0, 40) as RuleName[];
    const found = rules.map((rule, index) => ({
      ...at(rule, `Words. ${"And more of them. ".repeat(6)}`, index + 1),
      severity: index < 3 ? ("error" as const) : index < 9 ? ("warning" as const) : ("info" as const),
    }));
    const { errors, closing } = text(report({ diagnostics: found.toReversed() }), style);
    expect(errors.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 80)), 0)).toBeLessThan(
      23,
    );
    expect(errors.match(/ error /g)).toHaveLength(3);
    expect(errors).toMatch(/and \d+ more kinds \(31 infos\)\n$|and \d+ more kinds \(\d warnings?, 31 infos\)\n$/);
    expect(closing).toContain("--verbose shows all.");
  });

  test("ends with a list of artifacts, or nothing if there is nothing to report", () => {
    const files = [{ path: "dist/a/a.html", size: 2010, sha256: "" }];
    expect(text(report({ files }), style)).toEqual({
      output: "Written dist/a/a.html (3 kB)\n",
      errors: "",
      closing: "",
    });
    const printed = text(report({ files, diagnostics: [at("oneTitle", "Two.", 3)] }), style);
    expect(printed.closing).toBe("\n1 file written. 1 warning.\n");
  });
});

describe("names that are control sequences for their output", () => {
  const name = "a\n::add-mask::b\u001B[31m\u009B31m\u202Etxt.md";
  const files = [{ path: name, size: 1, sha256: "" }];
  const diagnostics = [at("oneTitle", "A title.", 1, name)];

  test("text", () => {
    const { output, errors, closing } = text(report({ files, diagnostics }), style);
    expect(output + errors + closing).not.toMatch(/[^\P{Cc}\n]|\u202E|^::/mu);
    expect(errors).toContain("a\\u{a}::add-mask::b\\u{1b}[31m\\u{9b}31m\\u{202e}txt.md:1:1");
  });

  test("github", () => {
    const { output } = github(report({ files, diagnostics }), style);
    expect(output.match(/^::\w+/gm)).toEqual(["::warning"]);
    expect(output).not.toContain("\u202E[31m");
  });

  test("json, which gives the name itself", () => {
    const { output } = json(report({ files, diagnostics }), style);
    expect(output).not.toMatch(/[^\P{Cc}\n]|\u202E/u);
    expect(JSON.parse(output)).toMatchObject({ diagnostics: [{ file: name }], files: [{ path: name }] });
  });
});
