import { join } from "node:path";
import { guideFolder } from "../guide.ts";
import { apiList } from "./api-list.ts";
import type { Api } from "./extract-api.ts";

export const apiChapter = join(guideFolder, "api.md");

/** Returns the guide's API chapter with its list regenerated from the types. */
export function fillApiChapter(text: string, { model }: Api): string {
  const [start, end] = ["<!-- from the types -->\n", "<!-- end -->"];
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
  return `${text.slice(0, from)}\n${apiList(model)}\n\n${text.slice(to)}`;
}
