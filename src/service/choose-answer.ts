import { type EditionName, editionNames } from "../model/edition.ts";
import { editionOf } from "../model/every-edition.ts";
import { Problem } from "./problem.ts";

/** Formats by media type, for `Accept`. */
export const mediaTypes: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "application/epub+zip": "epub",
  "text/html": "html",
  "text/markdown": "md",
  "text/plain": "txt",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
};

export interface Choice {
  readonly editions: readonly EditionName[];
  /** Whether to return one file instead of a list. */
  readonly asFile: boolean;
}

/** Editions built by default. */
const usual: readonly EditionName[] = ["web", "ebook", "handout"];

/** Selects the editions to build, and whether to return a list or a file (RFC 9110, 12.5.1). */
export function chooseAnswer(
  accept: string | undefined,
  asked: string | readonly string[] | undefined,
  standard: readonly EditionName[] = usual,
): Choice {
  const named =
    asked === undefined || asked === ""
      ? undefined
      : String(asked)
          .split(",")
          .map((part) => part.trim());
  const unknown = named?.find((name) => !editionNames.some((edition) => edition === name));
  if (unknown !== undefined) {
    throw new Problem(400, "Bad Request", `There is no edition of this name. Editions: ${editionNames.join(", ")}.`);
  }
  const wanted = named as readonly EditionName[] | undefined;
  const types = byQuality(accept ?? "*/*");
  for (const type of types) {
    if (type === "application/json" || type === "*/*" || type === "application/*") {
      return { editions: wanted ?? standard, asFile: false };
    }
    const format = mediaTypes[type];
    if (format === undefined) continue;
    const edition = (wanted ?? editionNames).find((name) => editionOf(name).format === format);
    if (edition !== undefined) return { editions: [edition], asFile: true };
  }
  const known = ["application/json", ...Object.keys(mediaTypes)].join(", ");
  throw new Problem(406, "Not Acceptable", `Answers are: ${known}.`);
}

function byQuality(accept: string): string[] {
  const ranges = accept.split(",").map((range) => {
    const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2) ?? "1";
    return { type, quality: Number(quality) };
  });
  return ranges
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality)
    .map(({ type }) => type);
}
