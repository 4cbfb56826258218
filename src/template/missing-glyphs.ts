import { diagnostic } from "../diagnostics/diagnostic.ts";
import { inReadingOrder } from "../diagnostics/order.ts";
import type { Diagnostic, SourcePoint } from "../model/diagnostic.ts";
import type { SourceFile } from "../model/source.ts";
import { packageFolder } from "./subset-family.ts";
import type { Template } from "./load.ts";
import { oddityOf, scriptIn, scriptOf, writtenIn } from "./scripts.ts";

/**
 * Returns warnings about characters without a glyph: one per package that would supply them, and one per script that no
 * package covers, each at its first occurrence. If packages for several languages qualify, the one for a language of
 * the document is named.
 */
export function missingGlyphs(
  characters: readonly string[],
  template: Template,
  files: readonly SourceFile[],
  languages: readonly string[],
): Diagnostic[] {
  // To look for packages takes a millisecond.
  if (characters.length === 0) return [];
  const documentScripts = new Set(languages.map(scriptOf));
  const families = absentFamilies(template).toSorted(
    (a, b) =>
      Number(b.scripts.some((script) => documentScripts.has(script))) -
      Number(a.scripts.some((script) => documentScripts.has(script))),
  );
  const packageFor = (character: string) =>
    oddityOf(character) ? undefined : families.find(({ scripts }) => writtenIn(scripts)(character))?.package;
  const groups = Map.groupBy(
    characters,
    (character) => packageFor(character) ?? oddityOf(character) ?? scriptIn(character),
  );
  const diagnostics = Array.from(groups.values(), (group) => {
    const name = packageFor(group[0] ?? "");
    const { character, ...location } = firstOf(group, files);
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    const others = group.length === 1 ? "" : `, nor ${group.length - 1} other${group.length === 2 ? "" : "s"}`;
    const hint = name === undefined ? hints[oddityOf(group[0] ?? "") ?? "other"] : `Run: npm install ${name}`;
    return diagnostic(
      "glyphAvailable",
      `No font of the template has "${character}" (${code})${others}.`,
      hint,
      location,
    );
  });
  return inReadingOrder(diagnostics);
}

const box = "On paper it is an empty box, on a screen a sign of another font or a box";

const hints: Readonly<Record<NonNullable<ReturnType<typeof oddityOf>> | "other", string>> = {
  lost: "This character marks one that was lost when the text was converted: write the original character.",
  private: `It has a meaning in one font only (private use), so that no other program can read it. ${box}: write a character of Unicode, or add that font to the template.`,
  unassigned: `Unicode has no such character. ${box}: write another one.`,
  rare: `Few fonts have it. ${box}: show a picture, or add a font to the template.`,
  other: `${box}: say it in words, show a picture, or add a font to the template.`,
};

/** Returns the template's optional families that are not installed. */
function absentFamilies({ settings }: Template) {
  return settings.fonts.flatMap(({ scripts, package: name }) =>
    scripts && name !== undefined && packageFolder(name) === undefined ? [{ scripts, package: name }] : [],
  );
}

interface Sighting {
  readonly character: string;
  readonly file?: string;
  readonly position?: { readonly start: SourcePoint };
}

function firstOf(characters: readonly string[], files: readonly SourceFile[]): Sighting {
  for (const { text, shown } of files) {
    const found = characters
      .map((character) => ({ character, index: text.indexOf(character) }))
      .filter(({ index }) => index >= 0)
      .toSorted((a, b) => a.index - b.index)[0];
    if (found) return { character: found.character, file: shown, position: { start: placeAt(text, found.index) } };
  }
  // The character came from a character reference or from Offprint's own words.
  return { character: characters[0] ?? "", ...(files[0] && { file: files[0].shown }) };
}

function placeAt(text: string, index: number): SourcePoint {
  const before = text.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
