import { createHash } from "node:crypto";
import { sha256Of } from "../model/sha256.ts";

/**
 * Returns the SHA-256 of a value in lower-case hexadecimal: equal exactly for indistinguishable values. Order matters,
 * including that of members, since attributes are written in it; so do members that are `undefined`. Throws for values
 * whose members do not determine their behaviour: functions and class instances.
 */
export function digestOf(value: unknown): string {
  const hash = createHash("sha256");
  const pending: unknown[] = [value];
  let text = "";
  while (pending.length > 0) {
    const [sign, parts = []] = describe(pending.pop());
    text += sign;
    for (const part of parts.toReversed()) pending.push(part);
    if (text.length < longestPiece) continue;
    hash.update(text);
    text = "";
  }
  return hash.update(text).digest("hex");
}

/** Characters passed to the hash at once. */
const longestPiece = 2 ** 16;

/**
 * Returns an encoding of a value, and the parts that follow it. Each encoding says how much follows, so that no two
 * values share a sequence.
 */
function describe(value: unknown): readonly [sign: string, parts?: readonly unknown[]] {
  switch (typeof value) {
    case "string":
      // UTF-8 would encode all lone surrogates alike.
      return [value.isWellFormed() ? `s${value.length}:${value}` : `w${JSON.stringify(value)}`];
    case "number":
      return [Object.is(value, -0) ? "n-0;" : `n${value};`];
    case "boolean":
    case "undefined":
      return [`${value};`];
    case "bigint":
      return [`i${value};`];
    case "object":
      return value === null ? ["null;"] : describeObject(value);
    default:
      throw new TypeError(`A ${typeof value} has no digest.`);
  }
}

function describeObject(value: object): readonly [sign: string, parts?: readonly unknown[]] {
  if (Array.isArray(value)) return [`a${value.length};`, value];
  if (value instanceof Uint8Array) return [`b${value.length}:${sha256Of(value)}`];
  if (value instanceof Date) return [`d${value.getTime()};`];
  if (value instanceof Map) return [`m${value.size};`, [...value].flat()];
  if (value instanceof Set) return [`t${value.size};`, [...value]];
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError(`A ${value.constructor.name} has no digest.`);
  }
  const members = Object.entries(value);
  return [`o${members.length};`, members.flat()];
}
