import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmStrikethroughCjkFriendly } from "micromark-extension-cjk-friendly-gfm-strikethrough";
import type { Code, Construct, Extension, Token, Tokenizer } from "micromark-util-types";
import type { Processor } from "unified";

/**
 * Unified plug-in: emphasis next to Chinese, Japanese and Korean text, which has no spaces between words and
 * delimiters: `**注意：**这里`. By CommonMark's rules the second `**` cannot close. Only two tildes strike out: `3~5` is a
 * range.
 */
export function remarkCjkEmphasis(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(
    withoutSpaces(cjkFriendlyExtension()),
    withoutSpaces(gfmStrikethroughCjkFriendly({ singleTilde: false })),
  );
}

/** Letters of scripts without spaces between words: those in micromark's extension and more. */
const solid = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const sign = /[\p{P}\p{S}]/u;
const signOrSolid = new RegExp(`${sign.source}|${solid.source}`, "u");

/**
 * Does the same next to Thai, Lao, Khmer and Burmese (`**ผล:**ดี`), and for two underscores (`前__注意：__后`). One
 * underscore keeps its rules, because it occurs in file names.
 */
function withoutSpaces(extension: Extension): Extension {
  const text = Object.entries(extension.text ?? {}).map(([code, construct]) => {
    const constructs = Array.isArray(construct) ? construct : [construct];
    return [
      code,
      constructs
        .filter((candidate) => candidate !== undefined)
        .map((inner: Construct) => wrapped(inner, code === "95")),
    ];
  });
  return { ...extension, text: Object.fromEntries(text) as Exclude<Extension["text"], undefined> };
}

function wrapped(construct: Construct, isUnderscore: boolean): Construct {
  const tokenize: Tokenizer = function (effects, ok, nok) {
    const before = characterOf(this.previous);
    let token: Token | undefined;
    const exit: typeof effects.exit = (type) => {
      token = effects.exit(type);
      return token;
    };
    const settle = (code: Code) => {
      if (token && (!isUnderscore || token.end.offset - token.start.offset > 1)) {
        // Two underscores may end inside a word, like asterisks.
        const beside = isUnderscore ? signOrSolid : sign;
        const after = characterOf(code);
        if (solid.test(before) && beside.test(after)) Object.assign(token, { _open: true });
        if (solid.test(after) && beside.test(before)) Object.assign(token, { _close: true });
      }
      return ok(code);
    };
    return construct.tokenize.call(this, { ...effects, exit }, settle, nok);
  };
  return { ...construct, tokenize };
}

/** Returns the character, or an empty string at a space or the end of the line or text. */
function characterOf(code: Code): string {
  return code === null || code < 0 ? "" : String.fromCharCode(code).trim();
}
