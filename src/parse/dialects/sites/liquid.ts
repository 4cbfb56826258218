import { type Dialect, outsideCode } from "../dialect.ts";
import { readArguments, writeFigure } from "./arguments.ts";
import { LeftOut } from "./left-out.ts";
import { isLiquidNote } from "./liquid-notes.ts";

const rawTag = /(?<!\{)\{%-?\s*(end)?raw\s*-?%\}/g;
const onlyRawTag = /^[ \t]*\{%-?\s*(?:end)?raw\s*-?%\}[ \t]*$/;
const tag = /(?<!\{)\{%-?\s*(\w+)([^%{}]*(?:%(?!\})[^%{}]*)*?)-?%\}(?!\})/g;
/** Tags of Liquid and Jekyll; other tags are recognised only alone on a line. */
const known = new Set(
  (
    "assign break capture case continue cycle decrement else elsif endcapture endcase endfor endhighlight endif " +
    "endtablerow endunless figure for highlight if img include include_relative increment layout link post_url render " +
    "section seo feed_meta tablerow unless when"
  ).split(" "),
);
/** Values that Jekyll pages print, and filters. */
const printed =
  /^(?:site|page|layout|include|post|content|paginator|forloop|jekyll|theme|product|settings)\b|\s\|\s|^[\w-]+(?:\.[\w-]+)+$/;
const output = /\{\{-?[ \t]*((?:[^{}"']|"[^"]*"|'[^']*')*?)[ \t]*-?\}\}/g;
const codeFence = /^[ \t]*(?:`{3,}|~{3,})/;

/** Liquid templates in Jekyll pages: values and tags are left out, the surrounding text is kept. */
export const liquid: Dialect = {
  name: "Liquid (Jekyll)",
  read(lines, { texts, report }) {
    if (!texts.some((text) => text.includes("{%") || text.includes("{{"))) return new Map();
    const read = new Map<number, string>();
    const leftOut = new LeftOut("Liquid", "Jekyll fills them in; write what they stand for.");
    const tags = new Tags(texts);
    for (const { line, text } of lines) {
      const pieces = text.split(/(\{%-?\s*(?:end)?(?:raw|comment)\s*-?%\})/);
      const changed = pieces.map((piece) => {
        if (tags.see(piece) || tags.inside === "comment") return "";
        if (tags.inside === "raw") return piece;
        return outsideCode(piece, (part) => rewrite(part, line, texts, leftOut));
      });
      const whole = changed.join("");
      // A line with only tags becomes empty.
      if (whole !== text) read.set(line, whole.trim() === "" ? "" : whole);
    }
    readRawInCode(texts, new Set(lines.map(({ line }) => line)), read);
    leftOut.report(report);
    return read;
  },
};

/** Tracks whether text is between `{% raw %}` or `{% comment %}` and its end. */
class Tags {
  inside: string | undefined;
  private readonly ended: ReadonlySet<string>;

  constructor(texts: readonly string[]) {
    const ends = texts.flatMap((text) => Array.from(text.matchAll(/\{%-?\s*end(raw|comment)\s*-?%\}/g)));
    this.ended = new Set(ends.map(([, name = ""]) => name));
  }

  /** Reports whether this tag begins or ends such a text. */
  see(piece: string): boolean {
    const [, end, name] = /^\{%-?\s*(end)?(raw|comment)\s*-?%\}$/.exec(piece) ?? [];
    if (
      name === undefined ||
      !this.ended.has(name) ||
      (this.inside ?? name) !== name ||
      (this.inside === undefined) !== (end === undefined)
    ) {
      return false;
    }
    this.inside = end === undefined ? name : undefined;
    return true;
  }
}

function rewrite(text: string, line: number, texts: readonly string[], leftOut: LeftOut): string {
  return text
    .replaceAll(tag, (written: string, name: string, argumentText: string) => {
      if (name === "highlight") return `${"`".repeat(9)}${readArguments(argumentText).positional[0] ?? ""}`;
      if (name === "endhighlight") return "`".repeat(9);
      if (name === "link" || name === "post_url") return argumentText.trim();
      const figure = name === "include" || name === "figure" || name === "img" ? readFigure(argumentText) : undefined;
      if (figure !== undefined) return figure;
      if (isLiquidNote(text)) return written;
      const isLine = known.has(name) || text.trim() === written || text.trim().startsWith(`{% ${name}`);
      // A site's own inline tag: `[here]({% page "/a/" %})`, `{% channel "help" %}`.
      if (!isLine && /^[ \t]*["'][^"']+["']/.test(argumentText)) return readArguments(argumentText).positional[0] ?? "";
      if (!isLine) {
        leftOut.keep(line, written);
        return written;
      }
      if (!name.startsWith("end") && name !== "else") leftOut.add(line, written);
      return "";
    })
    .replaceAll(output, (written: string, expression: string) => {
      const [, , literal] = /^(["'])(.*?)\1/.exec(expression) ?? [];
      if (literal !== undefined) return literal;
      if (/^site\.(?:base)?url\b/.test(expression)) return "";
      const [, key] = /^page\.([\w-]+)$/.exec(expression) ?? [];
      const value = key === undefined ? undefined : frontMatterValue(texts, key);
      if (value !== undefined) return value;
      // A name alone is a variable of Offprint.
      if (!printed.test(expression) || /^[\w-]+$/.test(expression)) return written;
      leftOut.add(line, written);
      return "";
    });
}

function readFigure(argumentText: string): string | undefined {
  const read = readArguments(argumentText);
  const [file = ""] = read.positional;
  return /fig|image|img/i.test(file) || read.named.has("src") ? writeFigure({ ...read, positional: [] }) : undefined;
}

function frontMatterValue(texts: readonly string[], key: string): string | undefined {
  if (texts[0]?.trimEnd() !== "---") return undefined;
  const end = texts.findIndex((text, index) => index > 0 && text.trimEnd() === "---");
  const line = texts.slice(1, Math.max(1, end)).find((text) => text.startsWith(`${key}:`));
  const value = line
    ?.slice(key.length + 1)
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2");
  return value === undefined || value === "" || /^[[{|>]/.test(value) ? undefined : value;
}

/** Removes `{% raw %}` around code; on a line of its own it trades places with the adjacent fence. */
function readRawInCode(texts: readonly string[], prose: ReadonlySet<number>, read: Map<number, string>): void {
  for (const [index, text] of texts.entries()) {
    if (prose.has(index + 1) || !rawTag.test(text)) continue;
    rawTag.lastIndex = 0;
    const [above = "", below = ""] = [texts[index - 1], texts[index + 1]];
    if (!onlyRawTag.test(text)) read.set(index + 1, text.replaceAll(rawTag, ""));
    else if (codeFence.test(above)) {
      read.set(index, "");
      read.set(index + 1, above);
    } else if (codeFence.test(below)) {
      read.set(index + 1, below);
      read.set(index + 2, "");
    }
  }
}
