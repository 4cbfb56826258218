import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { OffprintConfig } from "../../src/config/offprint-config.ts";
import { build } from "../../src/pipeline/build.ts";
import { offprint } from "../support/command-line.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { processorTime } from "../support/processor-time.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const { toolFolder } = worldIn("/").host;
const faces = "node_modules/@fontsource/atkinson-hyperlegible-next/files";
const real = await readFile(join(toolFolder, faces, "atkinson-hyperlegible-next-latin-500-normal.woff2"));

/** A font whose bytes at this place are others. */
function changed(at: number, ...bytes: readonly number[]): Buffer {
  const font = Buffer.from(real);
  font.set(bytes, at);
  return font;
}

/** A font that unpacks to 256 MiB. */
function bomb(): Buffer {
  const packed = brotliCompressSync(Buffer.alloc(256 * 2 ** 20), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  const head = Buffer.from(real.subarray(0, real.length));
  const start = head.length - head.readUInt32BE(20);
  const font = Buffer.concat([head.subarray(0, start), packed]);
  font.writeUInt32BE(packed.length, 20);
  font.writeUInt32BE(font.length, 8);
  return font;
}

describe("font files of a brand", () => {
  test.each<[string, () => Uint8Array]>([
    ["a text", () => Buffer.from("This is no font.")],
    ["nothing", () => Buffer.alloc(0)],
    ["a web page", () => Buffer.from("<!doctype html><title>404</title>")],
    ["a signature alone", () => real.subarray(0, 4)],
    ["half a head", () => real.subarray(0, 20)],
    ["half a font", () => real.subarray(0, real.length / 2)],
    ["a byte less", () => real.subarray(0, real.length - 1)],
    ["65,535 tables", () => changed(12, 255, 255)],
    ["no tables", () => changed(12, 0, 0)],
    ["four gigabytes by its head", () => changed(16, 255, 255, 255, 255)],
    ["four gigabytes packed", () => changed(20, 255, 255, 255, 255)],
    ["another flavour", () => changed(4, 1, 2, 3, 4)],
    ["a collection", () => changed(4, 0x74, 0x74, 0x63, 0x66)],
    ["tables of odd lengths", () => changed(48, ...Array.from({ length: 40 }, () => 0x7f))],
    ["tables of endless lengths", () => changed(48, ...Array.from({ length: 40 }, () => 0xff))],
    ["other data", () => changed(real.length / 2, ...Array.from({ length: 400 }, (_, index) => index % 256))],
    ["a bomb", bomb],
    ["a TrueType head", () => Buffer.concat([Buffer.from([0, 1, 0, 0, 255, 255]), Buffer.alloc(100, 255)])],
    ["a TrueType head without tables", () => Buffer.from([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0])],
    ["a WOFF 1 head", () => Buffer.concat([Buffer.from("wOFF"), Buffer.alloc(100, 255)])],
  ])("that are %s", async (name, make) => {
    const folder = await temporaryFolder({ "brand/house.woff2": make(), "a.md": "# A text\n\nKept.\n" });
    const typefaces = { label: { family: "House Sans", files: { "400": "brand/house.woff2" } } };
    const config: OffprintConfig = { brand: { typefaces } };
    const before = processorTime();
    const request = { sources: ["a.md"], editions: ["web"], config, toolVersion: "0.0.0" } as const;
    const outcome = await build(worldIn(folder), request);
    expect(processorTime() - before).toBeLessThan(30_000);
    const said = printDiagnostics(outcome.diagnostics);
    // A wrong length in the head alone does no harm.
    if (said !== "") expect(said).toContain('The fonts of "House Sans" cannot be read: "house.woff2" is damaged');
    expect(said === "").toBe(name === "four gigabytes by its head");
    expect(said).not.toMatch(/internalFault|Offprint failed|Cannot read|is not a function|undefined/);
  });
});

const plan = `---
language: en
date: 2026-11-01
roster:
  name: {}
---

# Plan of {{name}}
`;

describe("rosters", () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ["nothing", "", /people\.csv/],
    ["a head alone", "name\n", /people\.csv/],
    ["escapes", "name\n\u001b[31mred\n", /people\.csv:2/],
    ["zero bytes", "name\nAn\u0000na\n", /people\.csv/],
    ["a picture", Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256), /people\.csv/],
    ["an open quotation mark", `name\n"${"x".repeat(100_000)}`, /people\.csv/],
    ["a cell of ten megabytes", `name\n${"x".repeat(10_000_000)}\n`, /people\.csv/],
    ["a column twice", "name,name\na,b\n", /people\.csv:1/],
    ["100,000 columns", `${"a,".repeat(100_000)}name\n`, /people\.csv/],
    ["a row that is too long", `name\n${"a,".repeat(10_000)}\n`, /people\.csv:2/],
    ["columns named as Object names", "__proto__,constructor,toString\na,b,c\n", /people\.csv:1/],
    ["UTF-16 without a mark", Buffer.from("name\nAnna\n", "utf16le"), /people\.csv/],
    ["100,000 broken rows", `name\n${"a,b\n".repeat(100_000)}`, /people\.csv:2/],
    ["a text that never was CSV", "# A text\n\nWords, words.\n", /people\.csv:1/],
  ])("of %s are refused at their place, and nothing is made", async (_, roster, says) => {
    const folder = await temporaryFolder({ "plan.md": plan, "people.csv": roster });
    const before = processorTime();
    const { code, err } = await offprint(folder, ["merge", "people.csv", "plan.md"]);
    expect(processorTime() - before).toBeLessThan(20_000);
    expect(code, err.slice(0, 2000)).toBe(1);
    expect(err).toMatch(says);
    expect(err).not.toMatch(/internalFault|Offprint failed|Cannot read|is not a function|undefined/);
  });

  test("formulas, names of folders and of Object, and marks are words", async () => {
    const names = ["=1+1", "@SUM(A1)", "../../etc/passwd", "__proto__", "<b>x</b>", "{{name}}", "\u202eabc"];
    const roster = `\ufeffname\r\n${names.join("\r\n")}\r\n`;
    const folder = await temporaryFolder({ "plan.md": plan, "people.csv": roster });
    const { code, err, out } = await offprint(folder, ["merge", "people.csv", "plan.md", "--name", "name"]);
    expect(code, err).toBe(0);
    expect(out).toContain(`${names.length} handouts`);
    const { files } = JSON.parse(await readFile(join(folder, "merged/plan/manifest.json"), "utf8")) as {
      readonly files: readonly { readonly path: string }[];
    };
    for (const { path } of files) expect(path).toMatch(/^[\p{L}\p{N}_.-]+\.pdf$/u);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(names.length);
  });
});
