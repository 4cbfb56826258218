import { fromHtml } from "hast-util-from-html";
import { toString } from "hast-util-to-string";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { offprint } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

const clock = { now: () => new Date("2026-11-24T12:00:00Z") };

const facts = `\
rate:
  value: 70
  unit: percent
  statement: The rate
  source: A yearbook
  checked: 2025-11-01
  recheck: 2026-11-23
  confidence: seen

limit:
  value: four
  statement: The limit
  source: A rule
  checked: 2025-11-01
  confidence: second-hand
`;
const later = facts.replace("2026-11-23", "2026-11-24").replaceAll("rate:", "share:");
const text = "# A text\n\n:fact[rate] and :fact[limit].\n";

const publications = {
  "content/a/article.md": text,
  "content/a/facts.yaml": facts,
  "content/b/article.md": "# Another\n\nText.\n",
  "content/b/facts.yaml": later,
  "content/c/article.md": "# Without facts\n\nText.\n",
};

test("lists the facts of all publications by the day of their next check", async () => {
  const ran = await offprint(await temporaryFolder(publications), ["facts"], { clock });
  expect(ran.err).toBe("");
  expect(ran.out).toBe(`\
Check by         Fact   Value       Publication  Statement
2026-11-23  due  rate   70 percent  a            The rate
2026-11-24       share  70 percent  b            The rate
never            limit  four        a            The limit
never            limit  four        b            The limit
`);
  expect(ran.code).toBe(0);
});

test("fits the width of the terminal, and says what it cuts", async () => {
  const long = facts.replace("The rate", "The rate of all those who have ever been counted ".repeat(3));
  const folder = await temporaryFolder({ "a/article.md": text, "a/facts.yaml": long });
  const { out } = await offprint(folder, ["facts", "a"], { clock });
  const [, line = ""] = out.split("\n");
  expect(line).toHaveLength(100);
  expect(line).toMatch(/^2026-11-23  due  rate .* counted T…$/);
});

test("ends with 1 where a fact is due, if asked to", async () => {
  const folder = await temporaryFolder(publications);
  expect((await offprint(folder, ["facts", "--strict"], { clock })).code).toBe(1);
  expect((await offprint(folder, ["facts", "content/b", "--strict"], { clock })).code).toBe(0);
  const nextDay = { now: () => new Date("2026-11-25T00:00:00Z") };
  expect((await offprint(folder, ["facts", "content/b", "--strict"], { clock: nextDay })).code).toBe(1);
});

test("is there for programs, too", async () => {
  const { out } = await offprint(await temporaryFolder(publications), ["facts", "--reporter", "json"], { clock });
  const listed = (JSON.parse(out) as { facts: Record<string, unknown>[] }).facts;
  expect(listed.map(({ id, due }) => [id, due])).toEqual([
    ["rate", true],
    ["share", false],
    ["limit", false],
    ["limit", false],
  ]);
  expect(listed[0]).toEqual({
    publication: "a",
    file: "content/a/facts.yaml",
    line: 1,
    due: true,
    id: "rate",
    value: 70,
    unit: "percent",
    statement: "The rate",
    source: { text: "A yearbook" },
    checked: "2025-11-01",
    recheck: "2026-11-23",
    confidence: "seen",
  });
});

test("reports the position of a fault in a facts file", async () => {
  const folder = await temporaryFolder({ ...publications, "content/a/facts.yaml": facts.replace("four", "[four]") });
  const ran = await offprint(folder, ["facts"], { clock });
  expect(ran.err).toContain("content/a/facts.yaml:11:10 warning");
  expect(ran.out).not.toMatch(/limit .* a /);
  expect(ran.out).toMatch(/rate .* a /);
  expect(ran.code).toBe(0);
  const list = await offprint(folder, ["facts", "--reporter", "json"], { clock });
  expect((JSON.parse(list.out) as { facts: unknown[] }).facts).toHaveLength(3);
  expect(list.err).toContain("content/a/facts.yaml:11:10 warning");
  // Before the day on which a fact is due.
  const earlier = { now: () => new Date("2026-11-01T00:00:00Z") };
  const strict = await offprint(folder, ["facts", "--strict"], { clock: earlier });
  expect(strict.err).toContain("content/a/facts.yaml:11:10 error");
  expect(strict.code).toBe(1);
});

test("reports that there are none", async () => {
  const folder = await temporaryFolder({ "a.md": "Text.\n" });
  expect(await offprint(folder, ["facts", "a.md"], { clock })).toEqual({
    code: 0,
    out: "There are no facts.\n",
    err: "",
  });
});

test("one stale fact fails a strict build at its line, and is a warning otherwise", async () => {
  const folder = await temporaryFolder({ "a/article.md": text, "a/facts.yaml": facts });
  const build = ["build", "a", "--format", "html"];
  const strict = await offprint(folder, [...build, "--strict"], { clock });
  expect(strict.code).toBe(1);
  expect(strict.err).toContain('a/facts.yaml:7:3 error The fact "rate" had to be checked again by 2026-11-23.');
  expect(strict.out).toBe("");
  const loose = await offprint(folder, build, { clock });
  expect(loose.code).toBe(0);
  expect(loose.err).toContain("a/facts.yaml:7:3 warning");
  const page = await readFile(join(folder, "dist/a/a.html"), "utf8");
  expect(toString(fromHtml(page))).toContain("Checked on November 1, 2025, to be checked again by November 23, 2026.");
});

test("facts that the project shares are listed once", async () => {
  const folder = await temporaryFolder({ ...publications, "shared/facts.yaml": later });
  const { out } = await offprint(folder, ["facts"], { clock });
  expect(out.match(/shared\//g)).toHaveLength(2);
  expect(out).toContain("2026-11-24       share  70 percent  shared/      The rate\n");
});
