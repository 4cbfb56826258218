import type { Code, Construct, Event, State, Tokenizer } from "micromark-util-types";
import type { Processor } from "unified";
import { endsAddress } from "./autolink-ends.ts";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    literalAutolink: "literalAutolink";
    literalAutolinkHttp: "literalAutolinkHttp";
  }
}

/** GFM's marks that are no part of an address where they stand at its end. */
const trailing = /[!"'*,.:;?_~)\]]/;

/**
 * unified plug-in, after remark-gfm: a full-width mark ends a bare address (GFM's extended URL autolink) as a space does,
 * and what stands behind it is read as any text: 见https://example.org。**重要**
 */
export function remarkAutolinkSyntax(this: Processor): void {
  const data = this.data();
  const address: Construct = { name: "addressBeforeMark", tokenize, previous: (code) => !test(/[a-z]/i, code) };
  (data.micromarkExtensions ??= []).push({ text: { [at("h")]: address, [at("H")]: address } });
}

const tokenize: Tokenizer = function (effects, ok, nok) {
  const { events } = this;
  const end: State = (code) => {
    if (isInLink(events)) return nok(code);
    effects.exit("literalAutolinkHttp");
    effects.exit("literalAutolink");
    return ok(code);
  };
  const inside: State = (code) => {
    if (code === null || code <= at(" ") || code === at("<")) return nok(code);
    if (test(endsAddress, code)) return end(code);
    return test(trailing, code) ? effects.check(trail, end, take)(code) : take(code);
  };
  const take: State = (code) => {
    effects.consume(code);
    return inside;
  };
  const first: State = (code) => (test(/[\p{L}\p{N}]/u, code) ? take(code) : nok(code));
  const slashes = word(effects, "//", first, nok);
  const colon = word(effects, ":", slashes, nok);
  const secure: State = (code) => (test(/s/i, code) ? word(effects, "s", colon, nok)(code) : colon(code));
  const scheme = word(effects, "http", secure, nok);
  return (code) => {
    effects.enter("literalAutolink");
    effects.enter("literalAutolinkHttp");
    return scheme(code);
  };
};

/** Marks up to a full-width one. */
const trail: Construct = {
  partial: true,
  tokenize(effects, ok, nok) {
    const mark: State = (code) => {
      if (test(endsAddress, code)) {
        effects.exit("data");
        return ok(code);
      }
      if (!test(trailing, code)) return nok(code);
      effects.consume(code);
      return mark;
    };
    return (code) => {
      effects.enter("data");
      return mark(code);
    };
  },
};

function word(effects: Parameters<Tokenizer>[0], letters: string, next: State, nok: State): State {
  return (code) => {
    if (code === null || code < 0 || String.fromCharCode(code).toLowerCase() !== letters[0]) return nok(code);
    effects.consume(code);
    return letters.length === 1 ? next : word(effects, letters.slice(1), next, nok);
  };
}

/** Whether the text of a link is open: a link holds no other. */
function isInLink(events: readonly Event[]): boolean {
  return events.some(([kind, { type, _balanced }]) => kind === "exit" && type === "labelLink" && !_balanced);
}

const at = (character: string): number => character.charCodeAt(0);

const test = (pattern: RegExp, code: Code): boolean =>
  code !== null && code >= 0 && pattern.test(String.fromCharCode(code));
