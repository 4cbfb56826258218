import type { Code, Extension } from "micromark-util-types";
import type { Processor } from "unified";

const colon = 58;

/** Scripts without spaces between words, or with short words that are joined to the next. */
const joined =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}\p{scx=Tibt}\p{scx=Hebr}\p{scx=Arab}]/u;

/**
 * Unified plug-in, after remark-directive: a colon after a letter or a digit begins no directive, as in "10:30[^1]" and
 * "a:b". In scripts that join words, a letter may precede a directive.
 */
export function remarkPlainColons(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => withPlainColons(extension));
}

function withPlainColons(extension: Extension): Extension {
  const directive = extension.text?.[colon];
  if (!directive || Array.isArray(directive)) return extension;
  const { previous } = directive;
  const guarded: typeof directive = {
    ...directive,
    previous(code) {
      return !isLetterOrDigit(code) && (previous?.call(this, code) ?? true);
    },
  };
  return { ...extension, text: { ...extension.text, [colon]: guarded } };
}

function isLetterOrDigit(code: Code): boolean {
  const character = code !== null && code >= 0 ? String.fromCharCode(code) : "";
  return /[\p{L}\p{N}]/u.test(character) && !(/\p{L}/u.test(character) && joined.test(character));
}
