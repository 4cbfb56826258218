import type { Math } from "mdast-util-math";
import type { Extension as FromMarkdownExtension } from "mdast-util-from-markdown";
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from "micromark-util-types";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    formulaBlock: "formulaBlock";
    formulaBlockLine: "formulaBlockLine";
  }
  interface Token {
    formulaClosed?: boolean;
  }
}

declare module "mdast" {
  interface Data {
    /** Whether a formula block has its closing `$$`. */
    formulaClosed?: boolean;
  }
}

const dollar = 36;
const backslash = 92;

const nonLazyLineEnding: Construct = { tokenize: tokenizeNonLazyLineEnding, partial: true };

/**
 * `$$ … $$` as a block: on separate lines, or with the formula on the line of one or both delimiters, as in pandoc,
 * GitHub and Jupyter. Only `{#id}` may follow the closing delimiter. Only a block whose first line is just `$$` may
 * contain blank lines and interrupt a paragraph. Where text follows a closing `$$` that begins a line, the whole is a
 * formula within a paragraph, as in pandoc.
 */
const formulaBlock: Construct = { name: "formulaBlock", concrete: true, tokenize };

export const formulaBlockSyntax: Extension = { flow: { [dollar]: formulaBlock } };

const onlyId = /^[ \t]*(?:\{#[^\s{}]+\}[ \t]*)?$/;

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const interrupts = this.interrupt === true;
  let marks = 0;
  let line = "";
  /** Text after the closing delimiter on its line. */
  let behind: string | undefined;
  let isHugging = false;
  let isFirst = true;
  let hasBlankLine = false;
  let isInLine = false;
  return start;

  function consume(code: Code): void {
    if (!isInLine) effects.enter("formulaBlockLine");
    isInLine = true;
    effects.consume(code);
  }

  function endLine(): void {
    if (isInLine) effects.exit("formulaBlockLine");
    isInLine = false;
  }

  function start(code: Code): State | undefined {
    effects.enter("formulaBlock");
    return opening(code);
  }

  function opening(code: Code): State | undefined {
    if (code === dollar) {
      marks += 1;
      consume(code);
      return marks > 2 ? nok(code) : opening;
    }
    return marks === 2 ? inside(code) : nok(code);
  }

  function inside(code: Code): State | undefined {
    if (code === null || code < -2) return endOfLine(code);
    consume(code);
    const character = code < 0 ? " " : String.fromCharCode(code);
    if (behind === undefined) line += character;
    else behind += character;
    if (code === backslash) return escaped;
    if (code !== dollar) return inside;
    if (line.endsWith("$$") && behind === undefined) behind = "";
    return inside;
  }

  function escaped(code: Code): State | undefined {
    if (code !== dollar && code !== backslash) return inside(code);
    consume(code);
    // Not a dollar that could be followed by a second one.
    if (behind === undefined) line += " ";
    else behind += " ";
    return inside;
  }

  function endOfLine(code: Code): State | undefined {
    const isClosed = behind !== undefined && onlyId.test(behind);
    if (isFirst) isHugging = !onlyId.test(line);
    const goesOn = behind !== undefined && !isClosed;
    if (isHugging ? goesOn || line.trim() === "" : !isFirst && goesOn && !hasBlankLine && line.trim() === "$$") {
      return nok(code);
    }
    hasBlankLine ||= !isFirst && line.trim() === "";
    if (interrupts) return isHugging ? nok(code) : ok(code);
    if (isClosed) return end(code, true);
    if (code === null) return isHugging ? nok(code) : end(code, false);
    endLine();
    line = "";
    behind = undefined;
    isFirst = false;
    return effects.attempt(nonLazyLineEnding, nextLine, (next) => end(next, false))(code);
  }

  function nextLine(code: Code): State | undefined {
    return code === null && !isHugging ? end(code, false) : inside(code);
  }

  function end(code: Code, isClosed: boolean): State | undefined {
    endLine();
    effects.exit("formulaBlock").formulaClosed = isClosed;
    return ok(code);
  }
}

function tokenizeNonLazyLineEnding(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const isLazy = (): boolean => this.parser.lazy[this.now().line] === true;
  return (code) => {
    effects.enter("lineEnding");
    effects.consume(code);
    effects.exit("lineEnding");
    return (next) => (isLazy() ? nok(next) : ok(next));
  };
}

export const formulaBlockToTree: FromMarkdownExtension = {
  enter: {
    formulaBlock(token) {
      const written = this.sliceSerialize(token);
      const [, first] = /^\$\$[ \t]*\{#([^\s{}]+)\}[ \t]*\n/.exec(written) ?? [];
      const [ending = "", last] =
        token.formulaClosed === true ? (/\$\$[ \t]*(?:\{#([^\s{}]+)\}[ \t]*)?$/.exec(written) ?? []) : [];
      const opening = first === undefined ? "$$" : (written.split("\n", 1)[0] ?? "");
      const value = written
        .slice(opening.length, written.length - ending.length)
        .replaceAll(/^[ \t]*\n|\n[ \t]*$/g, "");
      const node: Math = { type: "math", meta: first ?? last ?? null, value };
      node.data = { formulaClosed: token.formulaClosed === true };
      this.enter(node, token);
    },
  },
  exit: {
    formulaBlock(token) {
      this.exit(token);
    },
  },
};
