import { plugins } from "@citation-js/core";
// oxlint-disable-next-line import/no-unassigned-import -- it makes itself known to the core
import "@citation-js/plugin-bibtex";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { SourceFile } from "../../model/source.ts";

/** The entries of a BibTeX or BibLaTeX file as CSL-JSON. */
export function readBibtex({ text, shown }: SourceFile): Outcome<unknown[]> {
  try {
    return succeed(
      plugins.input.data(plugins.input.data(text, "@biblatex/text"), "@biblatex/entries+list") as unknown[],
    );
  } catch (error) {
    const [first = ""] = String(error instanceof Error ? error.message : error).split("\n");
    const [, line, column] = /line (\d+) col (\d+)/.exec(first) ?? [];
    const found = /expected "(\w+)", got "?(\w+)"?/.exec(first);
    const message = found
      ? `BibTeX cannot be read from here: ${nameOf(found[1])} is missing before ${nameOf(found[2])}.`
      : `BibTeX cannot be read: ${first.replace(/ at line.*$/, "").replace(/\.$/, "")}.`;
    const start = { line: Number(line ?? 1), column: Number(column ?? 1) };
    const hint = "An entry is written @type{key, field = {value}, …}.";
    return fail(diagnostic("referencesShape", message, hint, { file: shown, position: { start } }));
  }
}

const names: Readonly<Record<string, string>> = {
  rbrace: "a closing brace",
  lbrace: "an opening brace",
  comma: "a comma",
  equals: "an equals sign",
  label: "a key",
  quote: "a quotation mark",
  dataEntryType: "the type of an entry",
  EOF: "the end of the file",
};

function nameOf(token = ""): string {
  return names[token] ?? token;
}
