import type { OwnLook } from "../../template/family.ts";

/** Fonts and colours of a Word document by role; a font is a name, a colour six hexadecimal digits. */
export interface WordLook {
  /** Absent: the font that Word has for the script. */
  readonly text?: string;
  readonly label?: string;
  readonly code: string;
  /** Colour of the text; absent: that of the window, black on most. */
  readonly body?: string;
  /** Colour of headings. */
  readonly ink: string;
  readonly soft: string;
  readonly rule: string;
  readonly tint: string;
  readonly accent: string;
}

/** Colours where a template and a brand choose none. */
const usual = { ink: "#1c1b19", soft: "#55524c", rule: "#8a857b", tint: "#f4f2ed" } as const;

/**
 * Returns the fonts and colours of a document: those of the brand or of a template that extends another. The fonts of the
 * built-in templates are rarely installed, so Word's own stand for them.
 */
export function wordLook({ colours = {}, typefaces = {} }: OwnLook = {}, accent: string): WordLook {
  const colour = (role: keyof typeof usual): string => digits(colours[role]?.[0] ?? usual[role]);
  const { text, label, code } = typefaces;
  return {
    ...(text && { text: text.family }),
    ...(label && { label: label.family }),
    code: code?.family ?? "Consolas",
    ...(colours.ink && { body: colour("ink") }),
    ink: colour("ink"),
    soft: colour("soft"),
    rule: colour("rule"),
    tint: colour("tint"),
    accent: digits(accent),
  };
}

/** Returns the digits of a colour, which Word writes without a sign. */
function digits(colour: string): string {
  return colour.slice(1).toUpperCase();
}
