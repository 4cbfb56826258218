import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmStrikethroughCjkFriendly } from "micromark-extension-cjk-friendly-gfm-strikethrough";
import type { Code, Construct, Extension, Token, Tokenizer } from "micromark-util-types";
import type { Processor } from "unified";

/**
 * unified plug-in: emphasis beside Chinese, Japanese and Korean text, where no space stands between words and marks:
 * `**注意：**这里`. By CommonMark's letter the second `**` there cannot close. Only two tildes strike out: `3~5` is a range.
 */
export function remarkCjkEmphasis(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(
    withoutSpaces(cjkFriendlyExtension()),
    withoutSpaces(gfmStrikethroughCjkFriendly({ singleTilde: false })),
  );
}

/** Letters of scripts that set no space between words, as micromark's extension knows them and others. */
const solid = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Hang}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const sign = /[\p{P}\p{S}]/u;
const signOrSolid = new RegExp(`${sign.source}|${solid.source}`, "u");

/**
 * The same beside Thai, Lao, Khmer and Burmese (`**ผล:**ดี`), and for two underscores (`前__注意：__后`); one underscore
 * stays as it is, as in names of files.
 */
function withoutSpaces(extension: Extension): Extension {
  const text = Object.entries(extension.text ?? {}).map(([code, construct]) => {
    const constructs = Array.isArray(construct) ? construct : [construct];
    return [code, constructs.filter((one) => one !== undefined).map((one: Construct) => wrapped(one, code === "95"))];
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
        // A word's end is no reason against two underscores, as it is none against asterisks.
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

/** A character of the text; none where the line or the text ends, or at a space. */
function characterOf(code: Code): string {
  return code === null || code < 0 ? "" : String.fromCharCode(code).trim();
}
