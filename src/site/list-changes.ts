import type { ElementContent } from "hast";
import { h } from "hastscript";
import type { Change, ListedRelease } from "../config/releases-file.ts";
import type { Messages } from "../i18n/messages.ts";
import { newPages } from "./pages-of-change.ts";

/** Returns what a release changed, under a heading; nothing for the first known release. */
export function changeList(
  { sections, facts }: ListedRelease,
  words: Messages,
  heading: "h2" | "h3",
): ElementContent[] {
  if (sections.length + facts.length === 0) return [];
  const items = [...sections, ...facts].map((change) => h("li", describeChange(change, words)));
  return [h(heading, words.release.changed), h("ul", { className: ["changes"] }, items)];
}

function describeChange(change: Change, words: Messages): ElementContent[] {
  const { kind, title, before, after } = change;
  const values = [
    ...(before === undefined ? [] : [h("del", before)]),
    ...(before !== undefined && after !== undefined ? [" → "] : []),
    ...(after === undefined ? [] : [h("ins", after)]),
  ];
  const pages = newPages(change, words);
  const subject = pages === "" ? title : `${title} (${pages})`;
  const nodes = values.length === 0 ? [subject] : [`${subject}: `, ...values];
  return [`${words.release[kind]}: `, ...nodes].map((node) =>
    typeof node === "string" ? { type: "text", value: node } : node,
  );
}
