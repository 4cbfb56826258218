import type { Code, Extension } from "micromark-util-types";
import type { Processor } from "unified";

const colon = 58;

/**
 * unified plug-in, after remark-directive: a colon that follows a letter or a digit is a colon, so that in "10:30[^1]"
 * and "a:b" no directive begins.
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
  return code !== null && code >= 0 && /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
}
