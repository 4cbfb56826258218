import { describe, expect, test } from "vitest";
import { build } from "../../src/pipeline/build.ts";
import { expectHeld } from "../support/attack.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

// One line of 150,000 characters of the same mark: what looks for its end from each of them takes the square of that.

/** Each between two bars. */
const units = String.raw`
  # | - | > | 1. | " | ' | \ | / | * | _ | ~ | ^ | ( | ) | { | } | = | @ | & | : | ; | ...
  {{a | {%a | [[a | ==a | %%a | ~~a | (a | <a | </a | \(a | \[ | $a | {a= | {#a | &a | &#1 | -- | {{<a | {{%a | !!!
  <<a | <?a | <![ | \index{ | {漢 | http://a | www.a | a@b | [a](b | a/ | a:\\ | <o:p> | <m:a | :smile: | {r} | (@ | [a]{
  http://a,,, | \item[ | \begin{tabular}{ | \multicolumn{ | \begin{a} | :a: | ^1^ | style={{ | [x]{k=' | :a[ | ::a | <!-- a --> | <!-- | « | 漢 | ٣ | ก`
  .split(/\s*[|\n]\s*/)
  .filter((unit) => unit !== "");

const odd = ["\t", " ", "  :", "| a ", "``a` ", "a\u00A0", "<o:p>\u00A0", "e\u0301", "\u200B", "a . ", "[^a] ", `"'a `];

test("elements in elements without end are refused with a finding", async () => {
  const folder = await temporaryFolder({ "article.md": `# T\n\nx${"<b>".repeat(50_000)}\n\nKept.\n` });
  const request = { sources: ["article.md"], editions: ["web"] as const, config: {}, toolVersion: "0" };
  const { ok, diagnostics } = await build(worldIn(folder), request);
  const errors = diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
  expect([ok, errors]).toEqual([false, ["sourceSize"]]);
});

describe("a long line ends soon, with its text or a finding", () => {
  test.each(
    [...units, ...units.map((unit) => `${unit} `), ...odd].map((unit) => [JSON.stringify(unit), unit] as const),
  )("of %s", (_, unit) =>
    expectHeld({
      files: `# T\n\nx${unit.repeat(Math.floor(150_000 / unit.length))}\n\nKept.\n`,
      mayBeRefused: true,
      within: 30_000,
    }),
  );

  test("of spaces in the name of an author", () =>
    expectHeld({
      files: `---\ntitle: T\nauthor: ["a${" ".repeat(450_000)}b"]\n---\n\nKept.\n`,
      mayBeRefused: true,
      within: 30_000,
    }));
});
