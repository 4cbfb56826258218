/** Markdown of a notebook, or why there is none. */
import { largest } from "./extremes.ts";
import { terminalSequence } from "./unwritable.ts";
type ReadNotebook = { readonly markdown: string } | { readonly reason: string };

/** Returns the address of a picture in the Markdown. */
type PlacePicture = (mediaType: string, base64: string) => string;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Converts a Jupyter notebook (https://nbformat.readthedocs.io/en/latest/format_description.html) to Markdown: texts,
 * code, and the outputs that the notebook stores. Nothing is run. `place` stores a picture; by default it stays in its
 * address (`data:`).
 */
export function readNotebook(
  json: string,
  place: PlacePicture = (type, data) => `data:${type};base64,${data}`,
): ReadNotebook {
  let notebook: unknown;
  try {
    notebook = JSON.parse(json);
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
  // Version 3 has its cells in worksheets.
  const [sheet] = listOf(fieldsOf(notebook), "worksheets");
  const cells = [...listOf(fieldsOf(notebook), "cells"), ...listOf(fieldsOf(sheet), "cells")];
  if (cells.length === 0) return { reason: "it has no cells" };
  const metadata = fieldsOf(fieldsOf(notebook)["metadata"]);
  const [language] = [fieldsOf(metadata["language_info"])["name"], fieldsOf(metadata["kernelspec"])["language"]].filter(
    (name) => typeof name === "string",
  );
  const written = cells.flatMap((cell) =>
    writeCell(fieldsOf(cell), typeof language === "string" ? language : "", place),
  );
  return { markdown: `${written.filter((text) => text.trim() !== "").join("\n\n")}\n` };
}

function writeCell(cell: Fields, language: string, place: PlacePicture): string[] {
  const source = textOf(cell["source"] ?? cell["input"]);
  const tags = listOf(fieldsOf(cell["metadata"]), "tags");
  if (tags.includes("remove-cell") || tags.includes("remove_cell")) return [];
  if (cell["cell_type"] === "heading") return [`${"#".repeat(Number(cell["level"] ?? 1))} ${source}`];
  if (cell["cell_type"] === "markdown") return [withAttachments(source, fieldsOf(cell["attachments"]), place)];
  if (cell["cell_type"] !== "code") {
    // A raw cell may hold the front matter of Quarto; any other is meant for one format.
    return /^---\n[^]*\n---\s*$/.test(source) ? [source] : [];
  }
  const { options, code } = readOptions(source);
  const isOff = (name: string, tag: string): boolean => options.get(name) === "false" || tags.includes(tag);
  if (options.get("include") === "false") return [];
  const shown = isOff("echo", "remove-input") || code.trim() === "" ? [] : [fence(code, language)];
  const outputs = isOff("output", "remove-output") ? [] : listOf(cell, "outputs");
  return [...shown, ...outputs.map((output) => writeOutput(fieldsOf(output), options, place))];
}

/** Takes the options of Quarto (`#| fig-cap: …`) from the head of a cell. */
function readOptions(source: string): { options: ReadonlyMap<string, string>; code: string } {
  const [head = ""] = /^(?:(?:#|\/\/|--|%%)\|.*(?:\n|$))*/.exec(source) ?? [];
  const lines = [...head.matchAll(/\|[ \t]*([\w.-]+)[ \t]*:[ \t]*(.*)/g)];
  const options = lines.map(([, key = "", value = ""]) => [key, value.trim().replace(/^(["'])(.*)\1$/, "$2")] as const);
  return { options: new Map(options), code: source.slice(head.length) };
}

function writeOutput(output: Fields, options: ReadonlyMap<string, string>, place: PlacePicture): string {
  const data = output["data"] === undefined ? output : fieldsOf(output["data"]);
  const picture = Object.entries(pictureTypes).find(([key]) => data[key] !== undefined);
  if (picture) {
    const [key, type] = picture;
    const content = textOf(data[key]);
    const base64 = type === "image/svg+xml" ? Buffer.from(content).toString("base64") : content.replaceAll(/\s/g, "");
    const caption = options.get("fig-cap") ?? "";
    const label = options.get("label");
    const named = caption !== "" && label !== undefined && /^[\w-]+$/.test(label) ? `{#${label}}` : "";
    return `![${caption || (options.get("fig-alt") ?? "")}](${place(type, base64)})${named}`;
  }
  const html = textOf(data["text/html"]);
  if (/<table/i.test(html)) {
    return html.replaceAll(/<(style|script)\b[^]*?<\/\1>/gi, "").replaceAll(/\n\s*\n/g, "\n");
  }
  if (data["text/markdown"] !== undefined) return textOf(data["text/markdown"]);
  const latex = textOf(data["text/latex"]);
  if (latex !== "") return /^\s*\$/.test(latex) ? latex : `$$\n${latex}\n$$`;
  const failed = output["output_type"] === "error" || output["output_type"] === "pyerr";
  const text = failed ? listOf(output, "traceback").map(textOf).join("\n") : textOf(data["text"] ?? data["text/plain"]);
  const plain = text.replaceAll(terminalSequence, "").replace(/\s+$/, "");
  return plain === "" || /^<[\w.]+ size [\dx ]+with \d+ Axes>$/.test(plain) ? "" : fence(plain, "");
}

const pictureTypes: Readonly<Record<string, string>> = {
  "image/svg+xml": "image/svg+xml",
  svg: "image/svg+xml",
  "image/png": "image/png",
  png: "image/png",
  "image/jpeg": "image/jpeg",
  jpeg: "image/jpeg",
  "image/gif": "image/gif",
};

function withAttachments(source: string, attachments: Fields, place: PlacePicture): string {
  return source.replaceAll(/attachment:([^\s)"'>]+)/g, (written: string, name: string) => {
    const file = fieldsOf(attachments[name] ?? attachments[name.replaceAll("%20", " ")]);
    const [type, data] = Object.entries(file)[0] ?? [];
    return type === undefined ? written : place(type, textOf(data).replaceAll(/\s/g, ""));
  });
}

function fence(text: string, language: string): string {
  const longest = largest(
    Array.from(text.matchAll(/`{3,}/g), ([marks]) => marks.length),
    2,
  );
  const marks = "`".repeat(longest + 1);
  return `${marks}${language}\n${text.replace(/\n$/, "")}\n${marks}`;
}

/** A text is a string or a list of lines. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(String).join("");
  return typeof value === "string" ? value : "";
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function listOf(fields: Fields, key: string): readonly unknown[] {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return Array.isArray(value) ? (value as unknown[]) : [];
}
