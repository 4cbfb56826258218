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

test("removes a byte order mark and unifies line ends", async () => {
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
  ["an escape", "One\n\ttwo \u001B sign", 2, 6, "001B"],
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
  const picture = `data:image/png;base64,${"iVBORw0K".repeat(150_000)}`;
  const text = `![a](${picture})\n\n[b]: <${picture}>\n`;
  expect(await read(text)).toBe(JSON.stringify(text));
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

/** Made by other programs: Python's codecs. */
test.each([
  [
    "Shift JIS",
    [0x96, 0x7b, 0x93, 0xfa, 0x82, 0xcd, 0x90, 0xb0, 0x93, 0x56, 0x82, 0xc8, 0x82, 0xe8, 0x81, 0x42],
    "本日は晴天なり。",
  ],
  [
    "GB 18030",
    [
      0xc3, 0xdb, 0xb7, 0xe4, 0xd4, 0xda, 0xbb, 0xa8, 0xd4, 0xb0, 0xc0, 0xef, 0xb7, 0xc9, 0xce, 0xe8, 0xa3, 0xac, 0xc8,
      0xcb, 0xc3, 0xc7, 0xba, 0xdc, 0xb8, 0xdf, 0xd0, 0xcb, 0xa1, 0xa3,
    ],
    "蜜蜂在花园里飞舞，人们很高兴。",
  ],
  [
    "EUC-KR",
    [
      0xb9, 0xfa, 0xc0, 0xcc, 0x20, 0xc1, 0xa4, 0xbf, 0xf8, 0xbf, 0xa1, 0xbc, 0xad, 0x20, 0xb3, 0xaf, 0xbe, 0xc6, 0xb4,
      0xd9, 0xb4, 0xd1, 0xb4, 0xd9, 0x2e,
    ],
    "벌이 정원에서 날아다닌다.",
  ],
  [
    "Windows-1251",
    [
      0xcf, 0xf7, 0xb8, 0xeb, 0xfb, 0x20, 0xeb, 0xe5, 0xf2, 0xe0, 0xfe, 0xf2, 0x20, 0xe2, 0x20, 0xf1, 0xe0, 0xe4, 0xf3,
      0x2e,
    ],
    "Пчёлы летают в саду.",
  ],
  [
    "UTF-16",
    [0x42, 0x0, 0x65, 0x0, 0x65, 0x0, 0x73, 0x0, 0x20, 0x0, 0x66, 0x0, 0x6c, 0x0, 0x79, 0x0, 0x2e, 0x0],
    "Bees fly.",
  ],
])("text in %s is found and read", async (name, content, text) => {
  const folder = await temporaryFolder({ "a.md": Uint8Array.from(content) });
  const outcome = await readText(worldIn(folder), join(folder, "a.md"));
  expect(outcome).toMatchObject({ ok: true, value: { text } });
  expect(printDiagnostics(outcome.diagnostics)).toContain(`it is read as ${name}.`);
});

test("a zero in a text is taken out; bytes that are no text are none", async () => {
  expect(await read(`${"Many letters of a text. ".repeat(5)}\0.`)).toBe(
    JSON.stringify(`${"Many letters of a text. ".repeat(5)}.`),
  );
  expect(await read(bytes([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xd, 0, 0, 0xff]))).toContain("sourceIsText");
});
