import type { List, ListItem } from "mdast";
import { joinLines } from "./blocks.ts";
import { itemMark } from "./line-marks.ts";
import { linkAddresses } from "./link-addresses.ts";

interface Item {
  readonly indent: number;
  readonly mark: string;
  readonly lines: string[];
}

/** Converts lines with item markers, and their continuation lines, to a list; deeper markers become nested lists. */
export function linesToList(lines: readonly string[]): List {
  const items: Item[] = [];
  for (const line of lines) {
    const found = itemMark.exec(line);
    const last = items.at(-1);
    if (found)
      items.push({ indent: found[1]?.length ?? 0, mark: found[2] ?? "-", lines: [line.slice(found[0].length)] });
    else last?.lines.push(line);
  }
  return toList(items);
}

function toList(items: readonly Item[]): List {
  const [first] = items;
  const ordered = first !== undefined && /\d|[a-z][.)]/.test(first.mark);
  const children: ListItem[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const item = items[index];
    if (!item) continue;
    const end = items.findIndex((other, at) => at > index && other.indent <= item.indent);
    const inner = items.slice(index + 1, end < 0 ? items.length : end);
    const task = /^\[([ xX])\]\s+/.exec(item.lines[0] ?? "");
    const text = joinLines(item.lines).slice(task?.[0].length ?? 0);
    children.push({
      type: "listItem",
      spread: false,
      ...(task && { checked: task[1] !== " " }),
      children: [{ type: "paragraph", children: linkAddresses(text) }, ...(inner.length > 0 ? [toList(inner)] : [])],
    });
    index += inner.length;
  }
  const start = ordered ? Number(/\d+/.exec(first.mark)?.[0] ?? 1) : undefined;
  return { type: "list", ordered, spread: false, ...(start !== undefined && { start }), children };
}
