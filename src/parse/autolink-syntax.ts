import type { Code, Construct, Extension, State } from "micromark-util-types";
import type { Processor } from "unified";
import { endsAddress } from "./autolink-ends.ts";

const space = 32;
const names = new Set(["protocolAutolink", "wwwAutolink"]);

/**
 * unified plug-in, after remark-gfm: a full-width mark ends a bare address as a space does, so that what stands behind
 * it is read as text is: 见https://example.org。**重要**
 */
export function remarkAutolinkSyntax(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(withEnds);
}

function withEnds(extension: Extension): Extension {
  const text = Object.entries(extension.text ?? {}).map(([code, constructs]) => [
    code,
    Array.isArray(constructs) ? constructs.map(withEnd) : constructs && withEnd(constructs),
  ]);
  return { ...extension, text: Object.fromEntries(text) as NonNullable<Extension["text"]> };
}

function withEnd(construct: Construct): Construct {
  const { name, tokenize } = construct;
  if (name === undefined || !names.has(name)) return construct;
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      let actual: Code = null;
      let isDone = false;
      const end = (state: State) => () => {
        isDone = true;
        return state(actual);
      };
      const showing =
        (state: State): State =>
        (code) => {
          actual = code;
          const next = state(isEnd(code) ? space : code);
          return next && !isDone ? showing(next) : next;
        };
      return showing(tokenize.call(this, effects, end(ok), end(nok)));
    },
  };
}

function isEnd(code: Code): boolean {
  return code !== null && code > space && endsAddress.test(String.fromCharCode(code));
}
