import { isList, isMap } from "../key-paths.ts";

/** "a, b; c", a list, or a list of lists, as one list. Texts alone are divided. */
export function textList(value: unknown): unknown {
  if (typeof value === "string") return value.split(/\s*[,;]\s*/).filter((word) => word !== "");
  if (!isList(value)) return isMap(value) ? value : [value];
  return value.flatMap((item) => (isList(item) ? item : [item]));
}

/** A text, or the paragraphs of a list, as one. */
export function firstText(value: unknown): unknown {
  if (typeof value === "string") return value.replaceAll(/\s+/g, " ").trim();
  return Array.isArray(value) && value.every((item) => typeof item === "string") ? value.join(" ") : value;
}

/** Of names with values those whose value is a number or one line of text without marks. */
export function plainTexts(value: unknown): unknown {
  if (!isMap(value)) return undefined;
  const plain = Object.entries(value).filter(
    ([name, text]) =>
      /^[\p{L}_][\p{L}\p{N}\p{M}_-]*$/u.test(name) &&
      (typeof text === "number" || (typeof text === "string" && !/[\n*_`[\]{}<>]/.test(text))),
  );
  return Object.fromEntries(plain);
}
