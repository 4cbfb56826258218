import { cp, mkdtemp, readdir, readFile, realpath, rm } from "node:fs/promises";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { tmpdir } from "node:os";
import type { Disk } from "../../src/model/world.ts";
import { verifyPdf } from "../../src/formats/pdf/check.ts";
import { offprint, type Ran, snapshot } from "../support/command-line.ts";
import { openPdf, type OpenedPdf, pageOf } from "../support/pdf.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const article = `---
language: en
date: 2026-11-01
roster:
  name: {}
  exam: { type: date }
  adviser: { default: the office }
  track: { one-of: [clinical, research] }
---

# Plan for {{name}}

{{name}} takes the exam on {{exam}} and speaks to {{adviser}} before. See [the second part](#second).[^1]

[^1]: A note for {{name}}.

## First

| Step | Who      |
| ---- | -------- |
| One  | {{name}} |

:field[Your answer]

## Second {#second}

The track is {{track}}. {{more}}

## Third

[Write](mailto:office@example.org?subject={{track}}).
`;

// The text of the second person takes two pages.
const long = Array.from({ length: 320 }, (_, index) => `Word${index}`).join(" ");
const roster = `name,exam,adviser,track,more
Zoë O'Brien,2027-03-05,Dr. Li,clinical,
"Álvarez, José",2027-04-01,,research,${long}
Zoë O'Brien,2027-05-01,Dr. Who,clinical,
`;

const files = {
  "plan/article.md": article.replace("  track:", "  more: { required: false }\n  track:"),
  "people.csv": roster,
};

/** A folder for all tests, in which both kinds of run have been made. */
const shared = { folder: "", each: {} as Ran, one: {} as Ran };

beforeAll(async () => {
  shared.folder = await realpath(await mkdtemp(join(tmpdir(), "offprint-test-")));
  await writeFiles(shared.folder, files);
  shared.each = await offprint(shared.folder, ["merge", "people.csv", "plan", "--name", "name"]);
  shared.one = await offprint(shared.folder, ["merge", "people.csv", "plan", "--one-file", "--out", "printer"]);
});

afterAll(() => rm(shared.folder, { recursive: true, force: true }));

async function read(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(join(shared.folder, path)));
}

describe("a file for each person", () => {
  test("is named by a column, and by the row too where two have the same name", async () => {
    expect(shared.each.code, shared.each.err).toBe(0);
    expect((await readdir(join(shared.folder, "merged/plan"))).toSorted()).toEqual([
      "Zoë-O-Brien.0001.pdf",
      "Zoë-O-Brien.0003.pdf",
      "manifest.json",
      "Álvarez-José.pdf",
    ]);
    expect(shared.each.out).toContain("3 handouts, 4 pages; merged/plan/manifest.json lists the files.");
  });

  test("uses the row's value, and the text's where the cell is empty", async () => {
    const { texts, info, words, links } = await openPdf(await read("merged/plan/Zoë-O-Brien.0001.pdf"));
    expect(texts.join("")).toContain("Zoë O’Brien takes the exam on March 5, 2027 and speaks to Dr. Li before.");
    expect(info["Title"]).toBe("Plan for Zoë O’Brien");
    expect(words.join("")).toContain("A note for Zoë O’Brien.");
    expect(links.map(({ url }) => url)).toContain("mailto:office@example.org?subject=clinical");
    const second = await openPdf(await read("merged/plan/Álvarez-José.pdf"));
    expect(second.texts.join("")).toMatch(/speaks to the office\sbefore\./);
    expect(second.document.numPages).toBe(2);
    // The page numbers of the contents list are this person's own.
    expect(second.texts[0]).toContain("Third 2");
  });

  test("contains nothing of another person", async () => {
    const bytes = await read("merged/plan/Álvarez-José.pdf");
    const { texts, outline, xmp } = await openPdf(bytes);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const plain = Buffer.from(await document.save({ useObjectStreams: false, updateFieldAppearances: false }));
    const everything = [texts.join(""), JSON.stringify(outline), xmp.getRaw(), plain.toString("latin1")].join("\n");
    expect(everything).toContain("José");
    for (const other of ["Zoë", "O’Brien", "Dr. Li", "Dr. Who", "clinical", "March 5"]) {
      expect(everything).not.toContain(other);
      expect(everything).not.toContain(Buffer.from(other, "utf16le").swap16().toString("hex").toUpperCase());
    }
  });

  test("is in a manifest that no library lists", async () => {
    const manifest = JSON.parse(new TextDecoder().decode(await read("merged/plan/manifest.json"))) as {
      readonly kind: string;
      readonly files: readonly { readonly row: number; readonly path: string; readonly pages: number }[];
    };
    expect(manifest.kind).toBe("merge");
    expect(manifest.files.map(({ row, path, pages }) => [row, path, pages])).toEqual([
      [1, "Zoë-O-Brien.0001.pdf", 1],
      [2, "Álvarez-José.pdf", 2],
      [3, "Zoë-O-Brien.0003.pdf", 1],
    ]);
  });
});

describe("one file for the printer", () => {
  const opened: { pdf?: OpenedPdf } = {};
  const pdf = (): OpenedPdf => {
    if (!opened.pdf) throw new Error("The file has not been opened.");
    return opened.pdf;
  };

  beforeAll(async () => {
    expect(shared.one.code, shared.one.err).toBe(0);
    opened.pdf = await openPdf(await read("printer/plan.all.pdf"));
  });

  test("is the only file beside its manifest", async () => {
    expect((await readdir(join(shared.folder, "printer"))).toSorted()).toEqual(["manifest.json", "plan.all.pdf"]);
  });

  test("begins each person on a right-hand page, with an empty page before where it must", async () => {
    expect(pdf().document.numPages).toBe(6);
    expect(pdf().outline.map(({ title, page }) => [title, page])).toEqual([
      ["Plan for Zoë O’Brien", 1],
      ["Plan for Álvarez, José", 3],
      ["Plan for Zoë O’Brien", 5],
    ]);
    expect(pdf().texts.map((text) => text.trim() === "")).toEqual([false, true, false, false, false, true]);
    expect(await pdf().document.getPageLabels()).toEqual(["1", "2", "1", "2", "1", "2"]);
  });

  test("has the text and the tags of each person, and links that stay with the person", async () => {
    const { words } = await openPdf(await read("merged/plan/Álvarez-José.pdf"));
    expect(pdf().words.slice(2, 4)).toEqual(words);
    expect(pdf().trees[4]).toMatch(/^Document\(Part\(H1\(Plan for Zoë O’Brien\)/);
    const annotations = await (await pdf().document.getPage(5)).getAnnotations();
    const inside = annotations.filter((annotation: { dest?: unknown }) => annotation.dest);
    expect(inside.length).toBeGreaterThan(3);
    for (const { dest } of inside as { dest: unknown }[]) expect(await pageOf(pdf().document, dest)).toBe(5);
  });

  test("passes the checks of a single handout, and has no fields and each stream once", async () => {
    const bytes = await read("printer/plan.all.pdf");
    const sections = [
      { id: "", title: "First", depth: 2, children: [] },
      { id: "", title: "Second", depth: 2, children: [] },
      { id: "", title: "Third", depth: 2, children: [] },
      { id: "", title: "Notes", depth: 2, children: [] },
    ];
    const person = (title: string) => ({ id: "", title, depth: 1, children: sections });
    const outline = ["Plan for Zoë O’Brien", "Plan for Álvarez, José", "Plan for Zoë O’Brien"].map(person);
    const expected = { title: "Plan for …", language: "en", modified: new Date("2026-11-01"), outline };
    expect(
      (await verifyPdf(bytes, { file: "plan.all.pdf", standard: "ua-1", expectation: expected })).map(
        ({ message }) => message,
      ),
    ).toEqual([]);
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    expect(document.getForm().getFields()).toEqual([]);
    const sizes = await Promise.all(
      (await readdir(join(shared.folder, "merged/plan"))).map((name) => read(`merged/plan/${name}`)),
    );
    expect(bytes.length).toBeLessThan(sizes.reduce((sum, { length }) => sum + length, 0) * 0.8);
  });
});

describe("a roster that is wrong", () => {
  async function messagesOf(csv: string, ...more: readonly string[]): Promise<string> {
    const folder = await temporaryFolder({ ...files, "people.csv": csv });
    const { code, err, out } = await offprint(folder, ["merge", "people.csv", "plan", "--reporter", "json", ...more]);
    expect(code).toBe(1);
    expect(await snapshot(join(folder, "merged"))).toEqual({});
    expect(err).toBe("");
    const { diagnostics } = JSON.parse(out) as {
      readonly diagnostics: readonly {
        readonly file: string;
        readonly place?: { readonly line: number; readonly column: number };
        readonly rule: string;
        readonly message: string;
      }[];
    };
    return diagnostics
      .map(({ file, place, rule, message }) => `${file}:${place?.line ?? 0}:${place?.column ?? 0} ${rule} ${message}`)
      .join("\n");
  }

  test("a fault in its rows is reported by row and column, and nothing is made", async () => {
    const csv = `name;exam;adviser;track
Anna;2027-03-05;;clinical

"A ""B""; C";5 March;"two
lines";clinicl
;2027-01-01;;research
Only;two
`;
    expect(await messagesOf(csv)).toBe(
      [
        'people.csv:4:14 rosterValue "exam" is not a day; it is "5 March".',
        'people.csv:5:8 rosterValue "track" is not one of the allowed values; it is "clinicl".',
        'people.csv:6:1 rosterComplete The cell "name" is empty.',
        "people.csv:7:1 rosterShape The header names 4 columns; values in this row: 2.",
      ].join("\n"),
    );
  });

  test("a fault in its header is reported there", async () => {
    expect(await messagesOf("nmae,exam,track,exam\nA,2027-01-01,clinical,2027-01-01\n")).toBe(
      [
        'people.csv:1:1 rosterUsed The text does not use the column "nmae".',
        'people.csv:1:17 rosterShape Two columns are named "exam".',
        'people.csv:1:1 rosterComplete The roster has no column "name".',
      ].join("\n"),
    );
    expect(await messagesOf("name,exam,track\nA,2027-01-01,clinical\n", "--name", "nam")).toContain(
      'people.csv:1:1 rosterComplete Files cannot be named by "nam", which is not a column.',
    );
  });

  test("a wrong file is reported", async () => {
    expect(await messagesOf("name,exam,track\n")).toBe("people.csv:0:0 rosterShape This roster has no rows.");
    expect(await messagesOf('name,exam,track\n"A,2027-01-01,clinical\n')).toContain("a quotation mark is unpaired");
    const folder = await temporaryFolder({
      ...files,
      "people.csv": Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
    });
    const { code, err } = await offprint(folder, ["merge", "people.csv", "plan"]);
    expect([code, err]).toEqual([1, expect.stringContaining("sourceIsText")]);
    expect(await snapshot(join(folder, "merged"))).toEqual({});
    const none = await offprint(folder, ["merge", "nobody.csv", "plan"]);
    expect([none.code, none.err]).toEqual([2, expect.stringContaining("sourceExists")]);
  });
});

test("a roster in an older encoding is read, with a warning that --strict makes an error", async () => {
  // What is not UTF-8 stands behind the first piece that is read of the file.
  const blank = "\n".repeat(300_000);
  const older = Buffer.from(`name,exam,track\n${blank}Jos\u00E9,2027-01-01,clinical\n`, "latin1");
  const folder = await temporaryFolder({ ...files, "people.csv": older });
  const { code, err } = await offprint(folder, ["merge", "people.csv", "plan", "--name", "name"]);
  expect([code, err]).toEqual([0, expect.stringContaining("people.csv warning This is not UTF-8 text; it is read as")]);
  const { info } = await openPdf(new Uint8Array(await readFile(join(folder, "merged/plan/Jos\u00E9.pdf"))));
  expect(info["Title"]).toBe("Plan for Jos\u00E9");
  await writeFiles(folder, {
    "people.csv": Buffer.from("\uFEFFname,exam,track\nJos\u00E9,2027-01-01,clinical\n", "utf16le"),
  });
  const wide = await offprint(folder, ["merge", "people.csv", "plan", "--out", "wide", "--name", "name", "--strict"]);
  expect([wide.code, wide.err]).toEqual([1, expect.stringContaining("people.csv error This is not UTF-8 text")]);
});

describe("an interrupted run", () => {
  test("resumes, and ends as an uninterrupted run does", async () => {
    const folder = await temporaryFolder(files);
    const { disk } = worldIn(folder);
    const made: string[] = [];
    /** A disk that is full after some handouts. */
    const small = (room: number): Disk => ({
      ...disk,
      rename: async (from, to) => {
        if (to.endsWith(".pdf") && made.length >= room) throw new Error("no space left on device");
        if (to.endsWith(".pdf")) made.push(to);
        return disk.rename(from, to);
      },
    });
    const command = ["merge", "people.csv", "plan", "--name", "name"];
    const broken = await offprint(folder, command, { disk: small(2) });
    expect([broken.code, broken.err]).toEqual([2, expect.stringContaining("no space left on device")]);
    expect(made).toHaveLength(2);
    made.length = 0;
    // A killed process left half a file that another has finished since; the other folder may belong to a running one.
    await writeFiles(join(folder, "merged/plan"), {
      ".offprint-aBcD12/Álvarez-José.pdf": "%PDF",
      ".offprint-eFgH34/another.pdf": "%PDF",
    });
    const whole = await offprint(folder, command, { disk: small(9) });
    const left = (await readdir(join(folder, "merged/plan"))).filter((name) => name.startsWith(".offprint-"));
    expect(left).toEqual([".offprint-eFgH34"]);
    await rm(join(folder, "merged/plan/.offprint-eFgH34"), { recursive: true });
    expect([whole.code, made.length]).toEqual([0, 1]);
    expect(whole.out).toContain("3 handouts, 2 of them there already, 4 pages");
    expect(await snapshot(join(folder, "merged"))).toEqual(await snapshot(join(shared.folder, "merged")));
  });

  test.each([
    ["deleted", (path: string, disk: Disk) => disk.remove(path)],
    ["changed", (path: string, disk: Disk) => disk.write(path, new TextEncoder().encode("%PDF-1.7 other"))],
  ])("a part that was %s before all are joined is a finding, and only that part is made again", async (how, harm) => {
    const folder = await temporaryFolder(files);
    const { disk } = worldIn(folder);
    const made: string[] = [];
    /** Does harm to the second part as soon as all three are there. */
    const harmed = (isHarmed: boolean): Disk => ({
      ...disk,
      rename: async (from, to) => {
        await disk.rename(from, to);
        if (/parts.+pdf$/.test(to)) made.push(to);
        if (isHarmed && made.length === 3) await harm(made[1] ?? "", disk);
      },
    });
    const command = ["merge", "people.csv", "plan", "--one-file", "--out", "printer"];
    const broken = await offprint(folder, command, { disk: harmed(true) });
    expect([broken.code, broken.err]).toEqual([
      2,
      expect.stringMatching(RegExp(`parts/.*" was ${how} during the run`)),
    ]);
    expect(broken.err).toContain("Run the same command again: finished files are not made again.");
    expect((await readdir(join(folder, "printer"))).toSorted()).toEqual(["merge.journal", "parts"]);
    made.length = 0;
    const whole = await offprint(folder, command, { disk: harmed(false) });
    expect([whole.code, made.length, whole.out]).toEqual([0, 1, expect.stringContaining("2 of them there already")]);
    expect(await snapshot(join(folder, "printer"))).toEqual(await snapshot(join(shared.folder, "printer")));
  });

  test("an article that has become too deeply nested is a finding, and mended the run goes on", async () => {
    const folder = await temporaryFolder(files);
    const command = ["merge", "people.csv", "plan", "--name", "name"];
    const whole = await offprint(folder, command);
    expect(whole.code).toBe(0);
    await writeFiles(folder, { "plan/article.md": `${files["plan/article.md"]}\n${"<div>\n".repeat(300)}` });
    const deep = await offprint(folder, command);
    expect([deep.code, deep.err]).toEqual([1, expect.stringContaining("sourceSize")]);
    const thrown = await offprint(folder, command, {
      disk: {
        ...worldIn(folder).disk,
        readPieces: () => {
          throw new RangeError("Maximum call stack size exceeded");
        },
      },
    });
    expect([thrown.code, thrown.err]).toEqual([1, expect.stringContaining("nested too deeply")]);
    await writeFiles(folder, files);
    const again = await offprint(folder, command);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining("3 of them there already")]);
  });

  test("starts again when the result would differ", async () => {
    const folder = await temporaryFolder(files);
    await cp(join(shared.folder, "merged"), join(folder, "merged"), { recursive: true });
    const command = ["merge", "people.csv", "plan", "--name", "name"];
    const same = await offprint(folder, command);
    expect(same.out).toContain("3 of them there already");
    const host = { ...worldIn(folder).host, nodeVersion: "99.0.0" };
    const other = await offprint(folder, command, { host });
    expect(other.out).toContain("3 handouts, 4 pages");
  });

  test("starts again with another roster, and names the files left from the old one", async () => {
    const folder = await temporaryFolder({ ...files, "people.csv": "name,exam,track\nBo,2027-03-05,clinical\n" });
    await cp(join(shared.folder, "merged"), join(folder, "merged"), { recursive: true });
    const again = await offprint(folder, ["merge", "people.csv", "plan", "--name", "name"]);
    expect(again.err).toMatch(/Of an earlier run, 3 files are still in the folder\. mergeLeftovers/);
    expect(again.out).toContain("1 handouts, 1 pages");
  });

  test("is never made in the folder of a publication", async () => {
    const folder = await temporaryFolder({ ...files, "dist/plan/manifest.json": "{}" });
    const { code, err } = await offprint(folder, ["merge", "people.csv", "plan", "--out", "dist/plan"]);
    expect([code, err]).toEqual([2, expect.stringContaining("is not the folder of a merge")]);
  });
});

test("a build without a roster explains how to make one, and uses defaults", async () => {
  const folder = await temporaryFolder({
    "plan/article.md": "---\nroster: { name: {}, office: { default: Room 1 } }\n---\n\n# T\n\n{{name}}, {{office}}\n",
  });
  const { err } = await offprint(folder, ["check", "plan", "--edition", "web"]);
  expect(err).toContain('There is no variable "name". variableDefined');
  expect(err).toContain("A roster gives it (offprint merge).");
  expect(err).not.toContain('"office"');
});
