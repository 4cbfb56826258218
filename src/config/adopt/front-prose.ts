import type { DataText } from "../data-text.ts";
import { isMap } from "../key-paths.ts";

/**
 * Text in the front matter that other tools print: the abstract is a text or a list of paragraphs (pandoc, Quarto,
 * MyST), the frame of a lesson consists of lists (Carpentries).
 * https://pandoc.org/MANUAL.html#metadata-variables,
 * https://carpentries.github.io/lesson-example/04-formatting/index.html
 */
export interface FrontProse {
  readonly key: string;
  readonly box: string;
  /** Markdown. */
  readonly text: string;
  /** Line of its key, counted from 1 in the file. */
  readonly line: number;
  /** BCP 47, where the key names it (`abstract-de`). */
  readonly language?: string;
  /** Whether it follows the text. */
  readonly isLast: boolean;
}

const lessonKeys = new Set(["questions", "objectives", "keypoints"]);
const abstractKey = /^abstract(?:[-_]([a-z]{2}(?:-[A-Z]{2})?))?$/;

/** Reports whether a key holds text that is printed, and has no other meaning. */
export function isProseOnly(key: string, value: unknown): boolean {
  // MyST's parts (https://mystmd.org/guide/document-parts).
  if (key === "parts" && isMap(value))
    return Object.entries(value).every(([part, text]) => proseOf(part, text) !== undefined);
  return key !== "abstract" && proseOf(key, value) !== undefined;
}

/** Returns the printed texts of front matter as written, in its order. */
export function readFrontProse({ value, keyAt }: DataText): FrontProse[] {
  if (!isMap(value)) return [];
  const parts = isMap(value["parts"]) ? value["parts"] : {};
  const printed = new Set<string>();
  return [...Object.entries(value), ...Object.entries(parts)].flatMap(([key, written]) => {
    const text = proseOf(key, written);
    if (text === undefined || printed.has(text)) return [];
    printed.add(text);
    const [, language] = abstractKey.exec(key) ?? [];
    const line = keyAt(key in value ? [key] : ["parts", key]).position?.start.line ?? 1;
    return [
      {
        key,
        box: lessonKeys.has(key) ? key : "abstract",
        text,
        line,
        isLast: key === "keypoints",
        ...(language !== undefined && { language }),
      },
    ];
  });
}

/** Returns the Markdown of a value. Undefined where the key has no such text, or another meaning. */
function proseOf(key: string, value: unknown): string | undefined {
  if (abstractKey.test(key)) return textOf(value);
  return lessonKeys.has(key) && Array.isArray(value) ? textOf(value, "- ") : undefined;
}

/** Returns a text, or the texts of a list: as a list, or as paragraphs. */
function textOf(value: unknown, mark = ""): string | undefined {
  if (typeof value === "string") return value.trim() === "" ? undefined : value.trim();
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const items = value.filter((item): item is string => typeof item === "string" && item.trim() !== "");
  if (items.length < value.length) return undefined;
  return items
    .map((item) => mark + item.trim().replaceAll("\n", `\n${" ".repeat(mark.length)}`))
    .join(mark === "" ? "\n\n" : "\n");
}
