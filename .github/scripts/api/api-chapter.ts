import { join } from "node:path";
import { guideFolder } from "../guide.ts";
import { apiList } from "./api-list.ts";
import type { Api } from "./extract-api.ts";

export const apiChapter = join(guideFolder, "api.md");

/** The chapter of the guide on the interface, its list made anew from the types. */
export function fillApiChapter(text: string, { model }: Api): string {
  const [start, end] = ["<!-- from the types -->\n", "<!-- end -->"];
  const [from, to] = [text.indexOf(start) + start.length, text.indexOf(end)];
  return `${text.slice(0, from)}\n${apiList(model)}\n\n${text.slice(to)}`;
}
