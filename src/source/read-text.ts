import { isUtf8 } from "node:buffer";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { SourcePoint } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { limits } from "../model/limits.ts";
import { guessEncoding } from "./guess-encoding.ts";
import { kindOfName } from "../model/imported.ts";
import { readNotebook } from "../model/notebook.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { reasonOf } from "./reason.ts";
import { shownPath } from "../model/shown-path.ts";
import { sha256Of } from "../model/sha256.ts";
import { saysRemoved, terminalSequence, unwritable } from "../model/unwritable.ts";

const mebibyte = 2 ** 20;

const saysNotebook = "A Jupyter notebook: its texts, its code, and the outputs that it stores; nothing is run.";

const maxZeroShare = 0.02;

/** Reports whether a file name has the extension of Markdown, or of a notebook, whose texts are Markdown. */
export function isMarkdown(name: string): boolean {
  const kind = kindOfName(name);
  return kind === "md" || kind === "ipynb";
}

/** Reads a text file, unless it is too large. */
export async function readText(world: World, path: string): Promise<Outcome<SourceFile>> {
  const file = shownPath(path, world.host.workingFolder);
  try {
    const state = await world.disk.stat(path);
    if (!state) return fail(diagnostic("sourceExists", `There is no file "${file}".`, undefined, { file }));
    if (state.kind !== "file") return fail(diagnostic("sourceExists", `"${file}" is not a file.`, undefined, { file }));
    if (state.size > limits.sourceBytes) return fail(tooLarge(file, state.size));
    const bytes = await world.disk.read(path);
    return decodeSource(bytes, file, path, state.modified);
  } catch (error) {
    return fail(diagnostic("sourceExists", `"${file}" cannot be read: ${reasonOf(error)}.`, undefined, { file }));
  }
}

/** Decodes the bytes of a text file; `path` is its path. */
export function decodeSource(bytes: Uint8Array, file: string, path: string, modified: Date): Outcome<SourceFile> {
  const decoded = decodeBytes(bytes, file);
  if (!decoded.ok) return decoded;
  const notebook = kindOfName(path) === "ipynb" ? readNotebook(decoded.value) : undefined;
  if (notebook && "reason" in notebook) {
    const message = `This is not a Jupyter notebook: ${notebook.reason}.`;
    return fail(diagnostic("sourceIsText", message, "Open it in Jupyter and save it again.", { file }));
  }
  const recorded = (notebook?.markdown ?? decoded.value).replaceAll(/\r\n?/g, "\n");
  const [colour] = recorded.matchAll(terminalSequence);
  const written = colour ? recorded.replaceAll(terminalSequence, "") : recorded;
  const controls = [...written.matchAll(unwritable)];
  const text = controls.length === 0 ? written : written.replaceAll(unwritable, "");
  const long = text.split("\n").findIndex((line) => lengthOf(line) > limits.lineLength);
  if (long >= 0) {
    const hint = "Break it into paragraphs; keep pictures and data in files of their own.";
    return fail(
      diagnostic("sourceSize", "This line is longer than 1 MiB.", hint, {
        file,
        position: { start: { line: long + 1, column: 1 } },
      }),
    );
  }
  return succeed({ path, shown: file, text, sha256: sha256Of(bytes), modified }, [
    ...decoded.diagnostics,
    ...(notebook ? [diagnostic("dialectRead", saysNotebook, undefined, { file })] : []),
    ...(colour ? [controlCharacter(recorded, colour, file, "Colours of a terminal (U+001B[…) are removed.")] : []),
    ...controls.map((control) => controlCharacter(written, control, file)),
  ]);
}

/** Returns the length of a line without the pictures in it, which word processors export in their addresses. */
function lengthOf(line: string): number {
  if (line.length <= limits.lineLength) return line.length;
  return line.replaceAll(/data:image\/[\w.+-]+;base64,[\w+/=]+/g, "").length;
}

/** Decodes bytes as UTF-8, or as the most likely other encoding. */
function decodeBytes(bytes: Uint8Array, file: string): Outcome<string> {
  const bad = firstBadPlace(bytes);
  if (!bad) return succeed(new TextDecoder().decode(bytes));
  const location = { file, position: { start: bad } };
  const hint = "Save the file as UTF-8; a picture or a word processor's file is no source.";
  const encoding = guessEncoding(bytes);
  // A few zero bytes are removed like other control characters.
  if (!encoding && isUtf8(bytes) && bytes.filter((byte) => byte === 0).length <= bytes.length * maxZeroShare) {
    return succeed(new TextDecoder().decode(bytes));
  }
  if (!encoding) return fail(diagnostic("sourceIsText", "This is not text.", hint, location));
  const message = `This is not UTF-8 text; it is read as ${encoding.name}.`;
  return succeed(new TextDecoder(encoding.label).decode(bytes), [
    diagnostic("encodingIsUtf8", message, hint, location),
  ]);
}

/** Reports a character that XML does not allow, and so no EPUB can contain (https://www.w3.org/TR/xml/#charsets). */
function controlCharacter(
  text: string,
  { 0: character, index }: RegExpExecArray,
  file: string,
  message = saysRemoved(character),
) {
  const before = text.slice(0, index).split("\n");
  const position = { start: { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 } };
  return diagnostic("controlCharacters", message, "Delete it; it came with text copied from elsewhere.", {
    file,
    position,
  });
}

/** Returns the first line that is not valid UTF-8, or contains a NUL. */
function firstBadPlace(bytes: Uint8Array): SourcePoint | undefined {
  if (isUtf8(bytes) && !bytes.includes(0)) return undefined;
  let line = 1;
  let start = 0;
  for (;;) {
    const end = bytes.indexOf(0x0a, start);
    const content = bytes.subarray(start, end < 0 ? bytes.length : end);
    if (!isUtf8(content) || content.includes(0)) return { line, column: firstBadColumn(content) };
    if (end < 0) return { line, column: 1 };
    line += 1;
    start = end + 1;
  }
}

function firstBadColumn(line: Uint8Array): number {
  const zero = line.indexOf(0);
  const text = new TextDecoder().decode(line);
  const replaced = text.indexOf("\uFFFD");
  const candidates = [
    zero >= 0 ? new TextDecoder().decode(line.subarray(0, zero)).length : Infinity,
    replaced >= 0 ? replaced : Infinity,
  ];
  return Math.min(...candidates) + 1;
}

function tooLarge(file: string, size: number) {
  const message = `This file has ${(size / mebibyte).toFixed(1)} MiB; an article has at most ${limits.sourceBytes / mebibyte} MiB.`;
  return diagnostic(
    "sourceSize",
    message,
    "Split it into chapters named in publication.yaml; keep pictures and data in files of their own.",
    { file },
  );
}
