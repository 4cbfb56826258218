import { emojiNamed } from "../../model/emoji.ts";
import { isList, isMap } from "../key-paths.ts";

/** Inserts the emoji that a text names, as GitHub does. */
export function withEmoji(value: unknown): unknown {
  if (typeof value !== "string") return value;
  return value.replaceAll(
    /(?<![\p{L}\p{N}:]):([a-z0-9_+-]+):(?![\p{L}\p{N}:])/gu,
    (written, name: string) => emojiNamed(name) ?? written,
  );
}

/** Converts "a, b; c", a list, or a list of lists to one list. Only strings are split. */
export function textList(value: unknown): unknown {
  if (typeof value === "string") return value.split(/\s*[,;]\s*/).filter((word) => word !== "");
  if (!isList(value)) return isMap(value) ? value : [value];
  return value.flatMap((item) => (isList(item) ? item : [item]));
}

/** Returns a string, or the joined paragraphs of a list. */
export function firstText(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(/\s+/g, " ").trim();
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value.join(" ") : value;
}

/** Keeps the entries whose value is a number or one line of text without markup. */
export function plainTexts(value: unknown): unknown {
  if (!isMap(value)) return undefined;
  const plain = Object.entries(value).filter(
    ([name, text]) =>
      /^[\p{L}_][\p{L}\p{N}\p{M}_-]*$/u.test(name) &&
      (typeof text === "number" || (typeof text === "string" && !/[\n*_`[\]{}<>]/.test(text))),
  );
  return Object.fromEntries(plain);
}
