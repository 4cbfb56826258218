import type { Code, Construct, Event, State, Tokenizer } from "micromark-util-types";
import type { Processor } from "unified";
import { endsAddress } from "./autolink-ends.ts";

declare module "micromark-util-types" {
  interface TokenTypeMap {
    literalAutolink: "literalAutolink";
    literalAutolinkHttp: "literalAutolinkHttp";
    literalAutolinkWww: "literalAutolinkWww";
  }
}

/** Punctuation that GFM excludes from the end of an address. */
const trailing = /[!"'*,.:;?_~)\]]/;

/**
 * Unified plug-in, after remark-gfm: full-width punctuation ends a bare address (GFM's extended URL and www autolinks)
 * as a space does, and the text after it is parsed as usual: 见https://example.org。**重要**
 */
export function remarkAutolinkSyntax(this: Processor): void {
  const data = this.data();
  const address: Construct = {
    name: "addressBeforeMark",
    tokenize: tokenizer("literalAutolinkHttp", scheme),
    previous: (code) => !test(/[a-z]/i, code),
  };
  const host: Construct = {
    name: "hostBeforeMark",
    tokenize: tokenizer("literalAutolinkWww", (effects, first, nok) => word(effects, "www.", first, nok)),
    previous: (code) => code === null || code < 0 || test(/[\s(*_~[\]]/, code),
  };
  const text = { [at("h")]: address, [at("H")]: address, [at("w")]: host, [at("W")]: host };
  (data.micromarkExtensions ??= []).push({ text });
}

type Effects = Parameters<Tokenizer>[0];

/** Tokenizes an address that starts as `begin` says, up to punctuation that ends it. */
function tokenizer(
  type: "literalAutolinkHttp" | "literalAutolinkWww",
  begin: (effects: Effects, first: State, nok: State) => State,
): Tokenizer {
  return function (effects, ok, nok) {
    const { events } = this;
    let brackets = 0;
    const end: State = (code) => {
      if (isInLink(events)) return nok(code);
      effects.exit(type);
      effects.exit("literalAutolink");
      return ok(code);
    };
    const inside: State = (code) => {
      if (code === null || code <= at(" ") || code === at("<")) return nok(code);
      if (test(endsAddress, code)) return end(code);
      if (code === at("(")) brackets += 1;
      // A closing bracket whose opening one is in the address belongs to it: 维基/日本_(国)、
      else if (code === at(")") && brackets > 0) brackets -= 1;
      else if (test(trailing, code)) return effects.check(trail, end, take)(code);
      return take(code);
    };
    const take: State = (code) => {
      effects.consume(code);
      return inside;
    };
    const first: State = (code) => (test(/[\p{L}\p{N}]/u, code) ? take(code) : nok(code));
    return (code) => {
      effects.enter("literalAutolink");
      effects.enter(type);
      return begin(effects, first, nok)(code);
    };
  };
}

/** Tokenizes `http://` or `https://`. */
function scheme(effects: Effects, first: State, nok: State): State {
  const colon = word(effects, "://", first, nok);
  const secure: State = (code) => (test(/s/i, code) ? word(effects, "s", colon, nok)(code) : colon(code));
  return word(effects, "http", secure, nok);
}

/** Punctuation up to a full-width character. */
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

function word(effects: Effects, letters: string, next: State, nok: State): State {
  return (code) => {
    if (code === null || code < 0 || String.fromCharCode(code).toLowerCase() !== letters[0]) return nok(code);
    effects.consume(code);
    return letters.length === 1 ? next : word(effects, letters.slice(1), next, nok);
  };
}

/** Reports whether a link is open: links cannot be nested. */
function isInLink(events: readonly Event[]): boolean {
  return events.some(([kind, { type, _balanced }]) => kind === "exit" && type === "labelLink" && !_balanced);
}

const at = (character: string): number => character.charCodeAt(0);

const test = (pattern: RegExp, code: Code): boolean =>
  code !== null && code >= 0 && pattern.test(String.fromCharCode(code));
