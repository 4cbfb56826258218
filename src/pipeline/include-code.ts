import { extname } from "node:path";
import type { Code, RootContent } from "mdast";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { linesOfPart } from "../model/file-part.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import { findCodeIncludes } from "../parse/find-includes.ts";
import type { ParsedArticle } from "../parse/parse-article.ts";
import type { Confines } from "../source/locate-file.ts";
import { readBeside, type TextReference } from "../source/read-beside.ts";

/** Returns the requested part of a file; other lines are empty, to keep line numbers. */
export function keepPart(file: SourceFile, part: string, reference: TextReference): Outcome<SourceFile> {
  if (part === "") return succeed(file);
  const texts = file.text.split("\n");
  const own = linesOfPart(texts, part);
  if (own) return succeed({ ...file, text: texts.map((text, index) => (own[index] ? text : "")).join("\n") });
  const message = `"${file.shown}" has no part "${part}".`;
  const hint = "A part is lines, such as 2:10, or stands between ANCHOR: name and ANCHOR_END: name.";
  return fail(diagnostic("fileExists", message, hint, reference));
}

/** Returns a text file other than Markdown as code, in the language of its file extension. */
export function asCode(file: SourceFile, part: string, position: RootContent["position"]): Code {
  const lang = extname(file.path).slice(1).toLowerCase();
  const value = codeOf(file, part).join("\n");
  return {
    type: "code",
    lang: ["", "txt", "text", "log", "csv", "tsv"].includes(lang) ? null : lang,
    value,
    ...(position && { position }),
  };
}

/** Fills code blocks with the lines of the files that they name. A block whose file cannot be read stays as written. */
export async function includeCode(world: World, confines: Confines, article: ParsedArticle): Promise<Diagnostic[]> {
  const { path, shown } = article.file;
  const diagnostics: Diagnostic[] = [];
  for (const { code, includes } of findCodeIncludes(article.tree)) {
    const lines = code.value.split("\n");
    for (const { line, indent, address, part } of includes.toReversed()) {
      const reference = { address, from: path, file: shown, ...(code.position && { position: code.position }) };
      const read = await readBeside(world, confines, reference);
      const partial = read.ok ? keepPart(read.value, part, reference) : read;
      diagnostics.push(...partial.diagnostics);
      if (partial.ok) lines.splice(line, 1, ...codeOf(partial.value, part).map((text) => indent + text));
    }
    code.value = lines.join("\n");
  }
  return diagnostics;
}

/** Removes surrounding empty lines and the common indentation of a part. */
function codeOf({ text }: SourceFile, part: string): string[] {
  const lines = text
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd()
    .split("\n");
  const own = lines.filter(
    (line) => !/\bANCHOR(?:_END)?:[ \t]*[\w-]+|8<-+[ \t]*\[(?:start|end):|#(?:end)?region\b/.test(line),
  );
  if (part === "") return own;
  const width = Math.min(
    ...own.filter((line) => line.trim() !== "").map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0),
  );
  return own.map((line) => line.slice(width));
}
