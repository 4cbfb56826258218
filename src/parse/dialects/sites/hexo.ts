import { calloutName, writeBox } from "../callouts.ts";
import { type Dialect, outsideCode } from "../dialect.ts";
import { readArguments, writeFigure } from "./arguments.ts";
import { players } from "./shortcodes.ts";

const alone = /^([ \t]*)\{%-?[ \t]*(end)?([a-z][\w-]*)(?![\w-])((?:[^%]|%(?!\}))*?)-?%\}[ \t]*$/;
const within = /\{%-?[ \t]*([a-z]\w*)[ \t]((?:[^%{]|%(?!\})|\{(?!%))*?)-?%\}/g;
const code = new Set(["codeblock", "code", "mermaid"]);
const quotations = new Set(["blockquote", "quote", "pullquote", "cq", "centerquote"]);
const kinds = new Map(Object.entries({ default: "note", primary: "note", warn: "warning" }));
const tab = /^[ \t]*<!--[ \t]*(?:tab[ \t](.*)|endtab[ \t]*)-->[ \t]*$/;

/**
 * Tags of Hexo and its themes with a text or an address (https://hexo.io/docs/tag-plugins): boxes, code, quotations,
 * images, links. `liquid` reads the others.
 */
export const hexo: Dialect = {
  name: "tags of Hexo ({% note %})",
  read(lines, { texts }) {
    const read = new Map<number, string>();
    if (!texts.some((text) => text.includes("{%"))) return read;
    const ends = new Set(texts.flatMap((text) => (alone.exec(text)?.[2] ? [alone.exec(text)?.[3] ?? ""] : [])));
    const quoted: string[] = [];
    let verbatim: string | undefined;
    let tabs = false;
    for (const { line, text } of lines) {
      const [, indent = "", end, name = "", argumentText = ""] = alone.exec(text) ?? [];
      const isEnd = end !== undefined;
      if (verbatim !== undefined) {
        if (!isEnd || name !== verbatim) continue;
        read.set(line, `${indent}${fence}`);
        verbatim = undefined;
      } else if (code.has(name) && ends.has(name) && !isEnd) {
        read.set(line, indent + openCode(name, argumentText));
        verbatim = name;
      } else if (quotations.has(name) && ends.has(name)) {
        const source = isEnd ? quoted.pop() : "";
        if (!isEnd) quoted.push(argumentText.trim().replaceAll('"', ""));
        read.set(line, source ? `> — ${source}` : isEnd ? "" : ">");
      } else if (name === "tabs" || tab.test(text)) {
        tabs = name === "tabs" ? !isEnd : tabs;
        if (name === "tabs" || tabs) read.set(line, name === "tabs" ? "" : writeTab(text));
      } else if (ends.has(name) && isBox(name)) {
        read.set(line, isEnd ? `${indent}:::` : `${indent}:::${openBox(name, argumentText)}`);
      } else {
        const changed = outsideCode(text, (piece) =>
          piece.replaceAll(within, (written: string, tag: string, rest: string) => writeTag(tag, rest) ?? written),
        );
        const prefix = quoted.length > 0 ? "> " : "";
        if (prefix + changed !== text) read.set(line, prefix + changed);
      }
    }
    return read;
  },
};

const fence = "`".repeat(9);

function isBox(name: string): boolean {
  return name === "subnote" || calloutName(name) !== undefined;
}

/** Reads `{% note warning no-icon A title %}`, `{% note "A title" %}`, `{% tip %}`. */
function openBox(name: string, argumentText: string): string {
  const words = readArguments(argumentText).positional.filter((word) => word !== "no-icon");
  const [first = ""] = words;
  const kind = calloutName(kinds.get(first) ?? first);
  const title = (kind === undefined ? words : words.slice(1)).join(" ");
  return writeBox(kind ?? calloutName(name) ?? "note", title, "");
}

function openCode(name: string, argumentText: string): string {
  const language = name === "mermaid" ? name : (/\blang:([\w+#-]+)/.exec(argumentText)?.[1] ?? "");
  return fence + language;
}

function writeTab(text: string): string {
  const title = tab
    .exec(text)?.[1]
    ?.trim()
    .replace(/@[\w-]+$/, "");
  return title === undefined || title === "" ? "" : `**${title}**`;
}

function writeTag(name: string, argumentText: string): string | undefined {
  const { positional } = readArguments(argumentText);
  const [first = "", second = ""] = positional;
  if (name === "asset_img") return writeAsset(argumentText);
  if (name === "asset_path") return first;
  if (name === "asset_link") return `[${positional.slice(1).join(" ") || first}](<${first}>)`;
  if (name === "post_link") return `[${positional.slice(1).join(" ") || first}](<${first}.md>)`;
  if (name === "link" && /^https?:/.test(second)) return `[${first}](<${second}>)`;
  if (name === "cb" || name === "checkbox")
    return /^[ \t]*(?:true|false)\b/.test(argumentText) ? "" : (argumentText.split(",")[0] ?? "").trim();
  if (name === "label") return /^(?:\w+[ \t]*)?@(.*)$/.exec(argumentText.trim())?.[1];
  if (name === "button" || name === "btn") {
    const [url = "", text = ""] = argumentText.split(",").map((part) => part.trim());
    return text === "" ? undefined : `[${text}](<${url}>)`;
  }
  const player = Object.hasOwn(players, name) ? players[name] : undefined;
  return player && first !== "" ? `<${player(first)}>` : undefined;
}

/** Reads `{% asset_img [class] picture.png [width] [height] ["title" ["alternative text"]] %}`. */
function writeAsset(argumentText: string): string | undefined {
  const { positional } = readArguments(argumentText);
  const at = positional.findIndex((word) => /\.\w{2,5}$/.test(word));
  if (at < 0) return undefined;
  const words = positional.slice(at + 1).filter((word) => !/^\d+$/.test(word));
  // Without quotation marks all words are one title, as in Hexo.
  const texts = words.length > 2 || !/["']/.test(argumentText) ? [words.join(" ")] : words;
  const named = new Map([
    ["src", positional[at] ?? ""],
    ["alt", texts[1] ?? texts[0] ?? ""],
  ]);
  return writeFigure({ positional: [], named });
}
