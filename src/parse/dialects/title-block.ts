import type { FrontMatterText } from "../../config/front-matter-text.ts";

/**
 * Converts title, authors and date after percent signs at the start of a text
 * (https://pandoc.org/MANUAL.html#extension-pandoc_title_block) to front matter.
 */
export function findTitleBlock(text: string): FrontMatterText | undefined {
  const lines = text.split("\n");
  const fields: string[] = [];
  let index = 0;
  for (; index < lines.length && fields.length <= 3; index += 1) {
    const line = lines[index] ?? "";
    const [, value] = /^%(?:[ \t]+(.*))?$/.exec(line) ?? [];
    if (line.startsWith("%") && fields.length < 3) fields.push(value?.trim() ?? "");
    else if (/^[ \t]+\S/.test(line) && fields.length > 0)
      fields.push(`${fields.pop() ?? ""}${fields.length === 1 ? "; " : " "}${line.trim()}`);
    else break;
  }
  const [title = "", people = "", date = ""] = fields;
  if (title === "" || (lines[index] ?? "").trim() !== "") return undefined;
  const authors = people
    .split(";")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const yaml = [
    `title: ${JSON.stringify(title)}`,
    ...(authors.length > 0 ? [`authors: ${JSON.stringify(authors)}`] : []),
    ...(date === "" ? [] : [`date: ${JSON.stringify(date)}`]),
  ];
  return { format: "yaml", text: yaml.join("\n"), linesBefore: 0, isClosed: true, lines: index };
}
