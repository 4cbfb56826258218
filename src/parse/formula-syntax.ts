import type { InlineMath } from "mdast-util-math";
import type { Extension as FromMarkdownExtension, Handle } from "mdast-util-from-markdown";
import type { Code, Effects, Extension, State, TokenizeContext } from "micromark-util-types";
import type { Processor } from "unified";
import { formulaBlockSyntax, formulaBlockToTree } from "./formula-block-syntax.ts";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    inlineFormula: "inlineFormula";
    inlineFormulaLine: "inlineFormulaLine";
  }
}

const dollar = 36;
const backslash = 92;

/**
 * Unified plug-in: `$…$` and `$$…$$` in a paragraph, and `$$…$$` as a block. To exclude amounts of money, pandoc's rule
 * applies (https://pandoc.org/MANUAL.html#math): no space inside single dollars, no digit after the closing one. Nor
 * may a single dollar open after a digit or after a letter of a script that has capitals: others have no spaces between
 * words, or words before which an article or "and" stands without one; but a script may follow them ("CO$_2$"). A dollar
 * that can neither open nor close a formula ends the attempt.
 */
export function remarkFormulas(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(formulaBlockSyntax, syntax);
  (data.fromMarkdownExtensions ??= []).push(formulaBlockToTree, toTree);
}

const syntax: Extension = { text: { [dollar]: { name: "inlineFormula", previous, tokenize } } };

function previous(this: TokenizeContext, code: Code): boolean {
  return code !== dollar;
}

function tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State): State {
  const before = this.previous;
  let size = 0;
  let closing = 0;
  let last: Code = dollar;
  let isBlank = true;
  let isInLine = false;
  return start;

  function consume(code: Code): void {
    if (!isInLine) effects.enter("inlineFormulaLine");
    isInLine = true;
    effects.consume(code);
  }

  function endLine(): void {
    if (isInLine) effects.exit("inlineFormulaLine");
    isInLine = false;
  }

  function start(code: Code): State | undefined {
    effects.enter("inlineFormula");
    return open(code);
  }

  function open(code: Code): State | undefined {
    if (code !== dollar) {
      const isMoney = size === 1 && (isSpace(code) || (isLetterOrDigit(before) && !isScript(before, code)));
      return size > 2 || isMoney ? nok(code) : inside(code);
    }
    size += 1;
    consume(code);
    return open;
  }

  function inside(code: Code): State | undefined {
    if (code === null) return nok(code);
    if (code === dollar) return size === 1 && isSpace(last) ? nok(code) : close(code);
    if (code < -2) {
      endLine();
      effects.enter("lineEnding");
      effects.consume(code);
      effects.exit("lineEnding");
      return begin;
    }
    last = code;
    isBlank &&= isSpace(code);
    consume(code);
    return code === backslash ? escaped : inside;
  }

  /** At the start of a line, where a single-dollar formula cannot end. */
  function begin(code: Code): State | undefined {
    return code === null || (size === 1 && (code < -2 || code === dollar)) ? nok(code) : inside(code);
  }

  function escaped(code: Code): State | undefined {
    if (code === null || code < -2) return inside(code);
    last = code;
    consume(code);
    return inside;
  }

  function close(code: Code): State | undefined {
    if (code === dollar && closing < size) {
      closing += 1;
      consume(code);
      return close;
    }
    // A single dollar between double ones: \text{if $x$}.
    if (closing < size) {
      closing = 0;
      return inside(code);
    }
    if (isBlank || code === dollar || (size === 1 && isDigit(code))) return nok(code);
    endLine();
    effects.exit("inlineFormula");
    return ok(code);
  }
}

/** "CO$_2$", "10$^6$", "5$\sigma$": no amount begins like this. */
function isScript(before: Code, code: Code): boolean {
  return code === 94 || code === 95 || (code === backslash && isDigit(before));
}

/** Line ends and tabs are negative codes. */
function isSpace(code: Code): boolean {
  return code === null || code < 0 || code === 32;
}

function isDigit(code: Code): boolean {
  return code !== null && code >= 48 && code <= 57;
}

function isLetterOrDigit(code: Code): boolean {
  return code !== null && code >= 0 && /[\p{Lu}\p{Ll}\p{N}]/u.test(String.fromCharCode(code));
}

const enterFormula: Handle = function (token) {
  const written = this.sliceSerialize(token);
  const size = written.startsWith("$$") ? 2 : 1;
  const inCell = this.data.inTable === true;
  // In a table "\|" is always a bar in the cell (https://github.github.com/gfm/#example-200).
  const value = written
    .slice(size, -size)
    .replaceAll(/\\([\\|])/g, (pair, sign) => (inCell && sign === "|" ? "|" : pair));
  const hProperties = { dataFormula: size === 2 ? "display" : "inline" };
  const node: InlineMath = { type: "inlineMath", value };
  node.data = { hName: "span", hProperties, hChildren: [{ type: "text", value }] };
  this.enter(node, token);
};

const toTree: FromMarkdownExtension = {
  enter: { inlineFormula: enterFormula },
  exit: {
    inlineFormula(token) {
      this.exit(token);
    },
  },
};
