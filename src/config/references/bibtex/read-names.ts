import type { CslName } from "../csl-item.ts";
import { type TexReading, texToText } from "./tex-to-text.ts";

/** Parses names joined by "and": "First von Last", "von Last, First" and "von Last, Jr, First". */
export function readNames(tex: string, reading: TexReading): CslName[] {
  return splitOutsideBraces(`${tex.replaceAll(/\s+/g, " ")} `, /\s+and(?:\s+|$)/iy)
    .filter((name) => name.trim() !== "")
    .map((name) => readName(name.trim(), reading));
}

function readName(tex: string, reading: TexReading): CslName {
  const read = (piece: string): string => texToText(piece, reading);
  const words = (piece: string): string[] => splitOutsideBraces(piece, /[\s~]+/y).filter((word) => word !== "");
  if (/^(?:others|et\s+al\.?)$/i.test(tex)) return { literal: "others" };
  if (/^\{[^\\].*\}$/s.test(tex) && words(tex).length === 1) return { literal: read(tex) };
  if (/^\w+\s*=/.test(tex)) return readNamedParts(tex, read);
  const [first = "", second, third] = splitOutsideBraces(tex, /\s*,\s*/y);
  if (second === undefined) {
    const parts = words(first).map((word) => ({ word, isLower: isLower(read(word)) }));
    const from = parts.findIndex(({ isLower: lower }, index) => lower && index < parts.length - 1);
    const last = parts.findLastIndex(({ isLower: lower }, index) => lower && index < parts.length - 1);
    const join = (some: typeof parts): string => read(some.map(({ word }) => word).join(" "));
    return from < 0
      ? toName(join(parts.slice(0, -1)), "", join(parts.slice(-1)))
      : toName(join(parts.slice(0, from)), join(parts.slice(from, last + 1)), join(parts.slice(last + 1)));
  }
  const family = words(first);
  const end = family.findLastIndex((word, index) => index < family.length - 1 && isLower(read(word)));
  const begins = family.length > 1 && isLower(read(family[0] ?? "")) ? end + 1 : 0;
  const particle = read(family.slice(0, begins).join(" "));
  const name = read(family.slice(begins).join(" "));
  return third === undefined
    ? toName(read(second), particle, name)
    : { ...toName(read(third), particle, name), suffix: read(second) };
}

/** Parses biblatex's extended name format: `family=…, given=…, prefix=…`. */
function readNamedParts(tex: string, read: (piece: string) => string): CslName {
  const parts = new Map(
    splitOutsideBraces(tex, /\s*,\s*/y).map((part) => {
      const [key = "", ...value] = part.split("=");
      return [key.trim().toLowerCase(), read(value.join("="))];
    }),
  );
  const suffix = parts.get("suffix");
  const name = toName(parts.get("given") ?? "", parts.get("prefix") ?? "", parts.get("family") ?? "");
  return { ...name, ...(suffix !== undefined && { suffix }) };
}

function toName(givenName: string, particle: string, family: string): CslName {
  return {
    ...(family !== "" && { family }),
    ...(givenName !== "" && { given: givenName }),
    ...(particle !== "" && { "non-dropping-particle": particle }),
  };
}

function isLower(word: string): boolean {
  return /^\P{L}*\p{Ll}/u.test(word);
}

/** Splits a text where a pattern matches outside braces. */
function splitOutsideBraces(text: string, pattern: RegExp): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === "\\") at += 1;
    else if (sign === "{") depth += 1;
    else if (sign === "}") depth -= 1;
    else if (depth === 0) {
      pattern.lastIndex = at;
      const found = pattern.exec(text);
      if (!found || found[0] === "") continue;
      pieces.push(text.slice(start, at));
      start = at + found[0].length;
      at = start - 1;
    }
  }
  return [...pieces, text.slice(start)];
}
