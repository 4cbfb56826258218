import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, SourcePoint } from "../../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../../model/outcome.ts";
import type { SourceFile } from "../../model/source.ts";
import { inheritFields } from "./bibtex/cross-references.ts";
import { BibtexError, parseBibtex } from "./bibtex/parse-bibtex.ts";
import { toCsl } from "./bibtex/to-csl.ts";

/** Entries that only supply fields to others. */
const noWorks = new Set(["xdata", "set"]);

/** Reads the entries of a BibTeX or biblatex file as CSL-JSON. */
export function readBibtex({ text, shown }: SourceFile): Outcome<unknown[]> {
  const at = (offset: number) => ({ file: shown, position: { start: pointAt(text, offset) } });
  try {
    const { entries, preamble } = parseBibtex(text);
    const byKey = new Map(entries.map((entry) => [entry.key.toLowerCase(), entry]));
    const defined = readDefinitions(preamble);
    const diagnostics: Diagnostic[] = [];
    const items = entries.flatMap((entry) => {
      if (noWorks.has(entry.type)) return [];
      const reported = new Set<string>();
      const unknown = (command: string): void => {
        if (reported.has(command)) return;
        reported.add(command);
        const field = [...entry.fields.values()].find(({ tex }) => tex.includes(command));
        const start = field ? field.offset + Math.max(0, text.slice(field.offset).indexOf(command)) : entry.offset;
        const message = `The TeX ${command.startsWith("$") ? "formula" : "command"} ${command} is not known.`;
        diagnostics.push(
          diagnostic("texCommandKnown", message, "Write the character itself: the file is UTF-8.", at(start)),
        );
      };
      return [toCsl(entry.key, entry.type, inheritFields(entry, byKey), { defined, unknown })];
    });
    return succeed(items, diagnostics);
  } catch (error) {
    if (!(error instanceof BibtexError)) throw error;
    const next = text.charAt(error.offset);
    const found = next === "" ? "the end of the file" : (names[next] ?? `"${next}"`);
    const reason = error.kind === "missing" ? `${error.message} is missing before ${found}` : error.message;
    const message = `BibTeX cannot be read from here: ${reason}.`;
    const hint = "An entry is written @type{key, field = {value}, …}.";
    return fail(diagnostic("referencesShape", message, hint, at(error.offset)));
  }
}

const names: Readonly<Record<string, string>> = {
  "}": "a closing brace",
  "{": "an opening brace",
  ",": "a comma",
  "=": "an equals sign",
  '"': "a quotation mark",
};

/** Reads `\newcommand{\name}[1]{…}` in the file's preamble. */
function readDefinitions(preamble: string): Map<string, string> {
  const definition = /\\(?:re)?(?:new|provide)command\*?\s*\{?\s*\\([a-z]+)\s*\}?\s*(?:\[\d\])?\s*\{([^{}]*)\}/gi;
  return new Map(Array.from(preamble.matchAll(definition), ([, name = "", body = ""]) => [name, body]));
}

function pointAt(text: string, offset: number): SourcePoint {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  return { line, column: offset - before.lastIndexOf("\n") };
}
