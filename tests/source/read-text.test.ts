import { join } from "node:path";
import { expect, test } from "vitest";
import { readText } from "../../src/source/read-text.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

async function read(content: string | Uint8Array): Promise<string> {
  const folder = await temporaryFolder({ "a.md": content });
  const outcome = await readText(worldIn(folder), join(folder, "a.md"));
  return outcome.ok ? JSON.stringify(outcome.value.text) : printDiagnostics(outcome.diagnostics);
}

const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

test("a byte order mark goes, and line ends become one kind", async () => {
  expect(await read("\uFEFFa\r\nb\rc\n")).toBe(JSON.stringify("a\nb\nc\n"));
});

test("the digest is of the bytes on the disk", async () => {
  const folder = await temporaryFolder({ "a.md": "\uFEFFa\r\n" });
  const outcome = await readText(worldIn(folder), join(folder, "a.md"));
  expect(outcome).toMatchObject({
    value: { sha256: "ea3948106c12d96eaf84d4bb8be214b194c3442acb99a3005251960b0ec2ba63", shown: "a.md" },
  });
});

test.each([
  ["a byte that begins nothing", bytes("Line\n\nGr", [0xfc], "n"), 3, 3],
  ["a character cut off at the end", bytes("Line\nGr", [0xc3]), 2, 3],
  ["an overlong form", bytes("a", [0xc0, 0xaf]), 1, 2],
  ["half of a surrogate pair", bytes([0xed, 0xa0, 0x80]), 1, 1],
])("encodingIsUtf8 has the place of %s, and the text is read as Windows-1252", async (_, content, line, column) => {
  const folder = await temporaryFolder({ "a.md": content });
  const { ok, diagnostics } = await readText(worldIn(folder), join(folder, "a.md"));
  expect(ok).toBe(true);
  expect(printDiagnostics(diagnostics)).toMatch(
    new RegExp(`^a\\.md:${line}:${column} warning encodingIsUtf8 This is not UTF-8.*Windows-1252`),
  );
});

test.each([
  ["Windows-1252", bytes("Gr", [0xfc], "n ", [0x96]), "Grün –"],
  ["UTF-16, the low byte first", bytes([0xff, 0xfe, 0x41, 0x00, 0xfc, 0x00]), "Aü"],
  ["UTF-16, the high byte first", bytes([0xfe, 0xff, 0x00, 0x41]), "A"],
])("%s is read", async (_, content, text) => {
  expect(await read(content)).toBe(JSON.stringify(text));
});

test.each([
  ["a NUL", bytes("ab\ncd\0e"), 2, 3],
  ["a NUL after characters of several bytes", bytes("äöü\0"), 1, 4],
  ["a picture", bytes([0x89], "PNG\r\n", [0x1a], "\n", [0, 0]), 1, 1],
])("sourceIsText has the place of %s", async (_, content, line, column) => {
  expect(await read(content)).toMatch(new RegExp(`^a\\.md:${line}:${column} error sourceIsText This is not text`));
});

test.each([
  ["a form feed", "One\f", 1, 4, "000C"],
  ["an escape", "One\n\ttwo \u001B[31m", 2, 6, "001B"],
  ["a C1 control", "\u0085", 1, 1, "0085"],
])("controlCharacters has the place of %s, which is taken out", async (_, content, line, column, code) => {
  const folder = await temporaryFolder({ "a.md": content });
  const outcome = await readText(worldIn(folder), join(folder, "a.md"));
  const start = `a.md:${line}:${column} warning controlCharacters Control character U+${code} is removed.`;
  expect(printDiagnostics(outcome.diagnostics).startsWith(start)).toBe(true);
  expect(outcome.ok && outcome.value.text).toBe(content.replaceAll(/[^\P{Cc}\t\n]/gu, ""));
});

test("sourceSize: a line of a mebibyte is long enough", async () => {
  const line = "x".repeat(2 ** 20);
  expect(await read(`One\n${line}\n`)).toBe(JSON.stringify(`One\n${line}\n`));
  expect(await read(`One\n${line}x\n`)).toMatch(/^a\.md:2:1 error sourceSize This line is longer than 1 MiB\./);
});

test("sourceSize: a file of twenty megabytes is refused without being read", async () => {
  const folder = await temporaryFolder({ "a.md": Buffer.alloc(20_000_000, "x") });
  const world = worldIn(folder);
  const disk = { ...world.disk, read: () => Promise.reject(new Error("it was read")) };
  const outcome = await readText({ ...world, disk }, join(folder, "a.md"));
  expect(printDiagnostics(outcome.diagnostics)).toMatch(
    /^a\.md error sourceSize This file has 19\.1 MiB; .* at most 8 MiB\./,
  );
});
