import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, test } from "vitest";
import { offprint } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

const article = `---
language: en
date: 2026-11-01
roster:
  name: {}
---

# Plan of {{name}}

:field[Your answer]

:::checklist[Before]
- Read the rules.
:::
`;

/** The form of a person, filled in as a program for forms does. */
async function fill(folder: string, from: string, to: string, answer: string): Promise<void> {
  const document = await PDFDocument.load(await readFile(join(folder, from)));
  const form = document.getForm();
  form.getTextField("your-answer").setText(answer);
  form.getCheckBox("read-the-rules").check();
  await writeFile(join(folder, to), await document.save());
}

test("filled forms become one table with the columns of the roster; oddities are reported", async () => {
  const roster = "name,exam\nZoë,2027\nÁlvarez,2028\nLi,2029\n";
  const folder = await temporaryFolder({ "plan.md": article, "roster.csv": roster, "in/note.pdf": "no PDF" });
  expect(await offprint(folder, ["merge", "roster.csv", "plan.md", "--out", "run"])).toMatchObject({ code: 0 });
  await fill(folder, "run/plan.0002.pdf", "in/plan.0002.pdf", 'Yes, "soon"');
  await fill(folder, "run/plan.0001.pdf", "in/plan.0001 (1).pdf", "=1+1");
  await fill(folder, "run/plan.0001.pdf", "in/plan.0001.pdf", "Again");
  await fill(folder, "run/plan.0003.pdf", "in/mine.pdf", "Whose?");
  await writeFile(join(folder, "in/plan.0003.pdf"), await readFile(join(folder, "run/plan.0003.pdf")));
  const options = ["--out", "answers.csv", "--run", "run", "--roster", "roster.csv", "--verbose"];
  const { code, out, err } = await offprint(folder, ["collect", "in", ...options]);
  expect(await readFile(join(folder, "answers.csv"), "utf8")).toBe(
    [
      "\uFEFFname,exam,file,your-answer,read-the-rules",
      "Zoë,2027,plan.0001 (1).pdf,'=1+1,yes",
      "Zoë,2027,plan.0001.pdf,Again,yes",
      'Álvarez,2028,plan.0002.pdf,"Yes, ""soon""",yes',
      "Li,2029,plan.0003.pdf,,no",
      ",,mine.pdf,Whose?,yes",
      "",
    ].join("\r\n"),
  );
  expect(code).toBe(0);
  expect(out).toBe("answers.csv: 5 forms, 5 columns\n");
  expect(err).toMatch(/in\/note\.pdf.*formReadable/);
  expect(err).toMatch(/in\/mine\.pdf.*formExpected/);
  expect(err).toMatch(/in\/plan\.0003\.pdf.*formFilled/);
  expect(err).toMatch(/in\/plan\.0001.*formExpected/);
});

test("without any form there is an error and no table", async () => {
  const folder = await temporaryFolder({ "in/note.pdf": "no PDF" });
  const { code, err } = await offprint(folder, ["collect", "in", "--out", "answers.csv"]);
  expect(code).toBe(2);
  expect(err).toContain("There is no filled form.");
  await expect(readFile(join(folder, "answers.csv"))).rejects.toThrow();
});
