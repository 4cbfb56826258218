import type { Code } from "mdast";
import { placeOf } from "../block.ts";
import { type FencedBlock, textOf } from "./fenced-block.ts";

export function codeNode({ body, lines }: Pick<FencedBlock, "body" | "lines">, language: string | undefined): Code {
  return { type: "code", lang: language ?? null, meta: null, value: textOf(body), ...placeOf(lines) };
}
