import type { DataText } from "../data-text.ts";
import { isMap } from "../key-paths.ts";

/** Text in the front matter that other tools print: pandoc the abstract, the Carpentries the frame of a lesson. */
export interface FrontProse {
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
  if (textOf(value) === undefined) return false;
  return lessonKeys.has(key) || (key !== "abstract" && abstractKey.test(key));
}

/** Returns the printed texts of front matter as written, in its order. */
export function readFrontProse({ value, keyAt }: DataText): FrontProse[] {
  if (!isMap(value)) return [];
  const parts = isMap(value["parts"]) ? value["parts"] : {};
  return [...Object.entries(value), ...Object.entries(parts)].flatMap(([key, written]) => {
    const [abstract, language] = abstractKey.exec(key) ?? [];
    const text = textOf(written, abstract === undefined ? "- " : "");
    if (text === undefined || (abstract === undefined && !lessonKeys.has(key))) return [];
    const line = keyAt(key in value ? [key] : ["parts", key]).position?.start.line ?? 1;
    return [
      {
        box: abstract === undefined ? key : "abstract",
        text,
        line,
        isLast: key === "keypoints",
        ...(language !== undefined && { language }),
      },
    ];
  });
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
