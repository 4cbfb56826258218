import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.ts";
import { runScript } from "./run-script.ts";

/** A stand-in for veraPDF: writes down what it is asked, and answers by flavour with what the folder holds. */
const stand = `import { appendFileSync, readFileSync } from "node:fs";
const words = process.argv.slice(2);
appendFileSync(new URL("calls", import.meta.url), words.join(" ") + "\\n");
const answer = readFileSync(new URL(words[words.indexOf("--flavour") + 1] + ".json", import.meta.url), "utf8");
process.stdout.write(answer);
process.exitCode = answer.includes('"compliant":false') ? 1 : 0;
`;

const rule = {
  ruleStatus: "FAILED",
  specification: "ISO 14289-1:2014",
  clause: "7.1",
  testNumber: 3,
  failedChecks: 2,
  description: "Content shall be marked,\nor so: 100 %",
  checks: [{ status: "failed", context: "root/page[0]", errorMessage: "It is not." }],
};

function verdict(rules: readonly object[] = [], { several = true, compliant = rules.length === 0 } = {}): string {
  const result = { details: { passedRules: 9, failedRules: rules.length, ruleSummaries: rules }, compliant };
  const job = { itemDetails: { name: "a.pdf", size: 9 }, validationResult: several ? [result] : result };
  return JSON.stringify({ report: { buildInformation: {}, jobs: [job], batchSummary: {} } });
}

async function judge(files: Readonly<Record<string, string>>) {
  const all = { ua1: verdict(), "2a": verdict([], { several: false }), ua2: verdict(), 4: verdict(), ...files };
  const named: Record<string, string> = { "verapdf.mjs": stand, calls: "" };
  for (const [name, text] of Object.entries(all)) named[name.includes("/") ? name : `${name}.json`] = text;
  const folder = await temporaryFolder(named);
  const ran = await runScript("judge-pdfs.ts", ["dist"], {
    folder,
    variables: { VERAPDF: `${process.execPath} ${join(folder, "verapdf.mjs")}` },
  });
  const calls = (await readFile(join(folder, "calls"), "utf8")).replaceAll("\\", "/").split("\n").slice(0, -1);
  return { ...ran, calls };
}

const old = { "dist/a/a.pdf": "%PDF-1.7\n", "dist/a/notes.txt": "no" };

describe("veraPDF", () => {
  test("judges every file by its declared format", async () => {
    const { code, out, calls } = await judge({ ...old, "dist/b/b.pdf": "%PDF-2.0\n" });
    expect(calls).toEqual([
      "--format json --flavour ua1 dist/a/a.pdf",
      "--format json --flavour 2a dist/a/a.pdf",
      "--format json --flavour ua2 dist/b/b.pdf",
      "--format json --flavour 4 dist/b/b.pdf",
    ]);
    expect(out).toContain("2 PDFs judged, 0 faults.");
    expect(out).not.toContain("::error");
    expect(code).toBe(0);
  });

  test("has its findings shown where they belong", async () => {
    const { code, out } = await judge({ ...old, ua1: verdict([rule]) });
    expect(code).toBe(1);
    expect(out).toMatch(
      /^::error file=dist.a.a\.pdf,title=veraPDF ua1 7\.1-3::Content shall be marked,%0Aor so: 100 %25 \(2 times\) It is not\. root\/page\[0\]$/m,
    );
    expect(out).toContain("1 PDFs judged, 1 faults.");
  });

  test.each([
    ["that does not pass without a reason", verdict([], { compliant: false }), "The file does not pass."],
    ["that is no report", "Exception in thread main", "There is no verdict"],
    ["that is not there", '{"report":{"jobs":[]}}', "There is no verdict"],
  ])("fails with a verdict %s", async (_, text, printed) => {
    const { code, out } = await judge({ ...old, "2a": text });
    expect(code).toBe(1);
    expect(out).toContain(`title=veraPDF 2a::${printed}`);
  });

  test("fails with a file that is neither, and with nothing to judge", async () => {
    const other = await judge({ "dist/a/a.pdf": "%PDF-1.4\n" });
    expect([other.code, other.calls]).toEqual([1, []]);
    expect(other.out).toContain("is not one of ours");
    const none = await judge({ "dist/a/notes.txt": "no" });
    expect([none.code, none.err]).toEqual([1, expect.stringContaining("There is no PDF to judge.")]);
  });
});
