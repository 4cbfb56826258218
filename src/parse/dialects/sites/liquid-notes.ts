import type { BlockDialect } from "../block.ts";
import { boxClass, calloutName } from "../callouts.ts";
import { directiveNode } from "../nodes.ts";
import { readArguments } from "./arguments.ts";

const include = /^[ \t]*\{%-?[ \t]*include[ \t]+([\w./-]+)[ \t]+((?:[^%]|%(?!\}))*?)-?%\}[ \t]*$/;
const keys = ["content", "text", "body"];

/** Reports whether a line is a Jekyll include with text to show. */
export function isLiquidNote(text: string): boolean {
  const values = readArguments(include.exec(text)?.[2] ?? "").named;
  return keys.some((key) => values.has(key));
}

/** `{% include note.html content="…" %}`: a box if the file has the name of one; the text is always kept. */
export const liquidNotes: BlockDialect = {
  name: "boxes in includes ({% include note.html %}: Jekyll)",
  at(lines, index) {
    const line = lines[index];
    if (!line || !isLiquidNote(line.text)) return undefined;
    const [, path = "", argumentText = ""] = include.exec(line.text) ?? [];
    return {
      end: index + 1,
      build(reader) {
        const { named } = readArguments(argumentText);
        const content = keys.map((key) => named.get(key)).find((value) => value !== undefined) ?? "";
        const read = reader.blocks([{ ...line, text: content }]);
        const name = named.get("type") ?? path.replaceAll(/^.*\/|\.\w+$/g, "");
        const kind = calloutName(name);
        if (kind === undefined && !/alert|box|callout|notice/.test(path)) return read;
        const title = named.get("title");
        const label = title === undefined ? [] : reader.inline([{ ...line, text: title }]);
        return [directiveNode(kind ?? "note", label, read, [line], { class: boxClass(name) })];
      },
    };
  },
};
