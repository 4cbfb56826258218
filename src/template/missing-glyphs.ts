import { diagnostic } from "../diagnostics/diagnostic.ts";
import { inReadingOrder } from "../diagnostics/order.ts";
import type { Diagnostic, SourcePoint } from "../model/diagnostic.ts";
import type { SourceFile } from "../model/source.ts";
import { packageFolder } from "./fonts.ts";
import type { Template } from "./load.ts";
import { writtenIn } from "./scripts.ts";

/**
 * What to say of characters without a glyph: one warning for all that a package would give, and one for all that none
 * gives, each at the first of them in the files.
 */
export function missingGlyphs(
  characters: readonly string[],
  template: Template,
  files: readonly SourceFile[],
): Diagnostic[] {
  const byPackage = Map.groupBy(characters, (character) => packageFor(character, template));
  const diagnostics = Array.from(byPackage, ([name, group]) => {
    const { character, ...spot } = firstOf(group, files);
    const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
    const others = group.length === 1 ? "" : `, nor ${group.length - 1} other${group.length === 2 ? "" : "s"}`;
    const hint =
      name === undefined
        ? "Readers see it in a font of their own device, or as an empty box: say it in words, or show a picture."
        : `Run: npm install ${name}`;
    return diagnostic("glyphAvailable", `No font of the template has "${character}" (${code})${others}.`, hint, spot);
  });
  return inReadingOrder(diagnostics);
}

/** The package that would give it: an optional one of the template that is not installed. */
function packageFor(character: string, { settings }: Template): string | undefined {
  const family = settings.fonts.find(
    ({ scripts, package: name }) => scripts && packageFolder(name) === undefined && writtenIn(scripts)(character),
  );
  return family?.package;
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
  // It came by a character reference, or with words of our own.
  return { character: characters[0] ?? "", ...(files[0] && { file: files[0].shown }) };
}

function placeAt(text: string, index: number): SourcePoint {
  const before = text.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
