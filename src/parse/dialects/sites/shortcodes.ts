import { calloutName, writeBox } from "../callouts.ts";
import { type Dialect, type DialectLine, outsideCode } from "../dialect.ts";
import { type Arguments, firstOf, readArguments, writeFigure } from "./arguments.ts";
import { LeftOut } from "./left-out.ts";

const shortcode =
  /\{\{([<%])(?!\/\*)-?[ \t]*(\/?)([\w./-]+)((?:[^"`%>]|"(?:[^"\\]|\\.)*"|`[^`]*`|%(?!\})|>(?!\}))*?)(\/?)[ \t]*[>%]\}\}/g;
/** Inside a comment, a shortcode is shown instead of executed. */
const escaped = /\{\{([<%])\/\*(.*?)\*\/([>%])\}\}/g;

export const players: Readonly<Record<string, (id: string) => string>> = {
  youtube: (id) => `https://www.youtube.com/watch?v=${id}`,
  vimeo: (id) => `https://vimeo.com/${id}`,
  gist: (id) => `https://gist.github.com/${id.replace(" ", "/")}`,
  video: (address) => address,
};

/** Names of boxes in Hugo themes. */
const boxes = new Set(["notice", "hint", "callout", "alert", "admonition", "details", "expand", "admonish"]);
const references = new Set(["ref", "relref", "link", "relurl", "absurl"]);

/** Shortcodes of Hugo and Quarto: reads images, boxes, code, links and includes, and leaves out others. */
export const shortcodes: Dialect = {
  name: "shortcodes (Hugo, Quarto)",
  read(lines, { report, texts }) {
    const read = new Map<number, string>();
    const panes: Arguments[] = [];
    const boxesOpen = new OpenBoxes();
    const codeOpen = new Set<string>();
    const leftOut = new LeftOut("Hugo or Quarto", "That tool fills them in; write what they stand for.");
    for (const { line, text } of joinShortcodes(lines, read)) {
      if (/^[ \t]*<--->[ \t]*$/.test(text)) read.set(line, "");
      if (!text.includes("{{<") && !text.includes("{{%")) continue;
      const rewrite = (piece: string): string =>
        piece
          .replaceAll(shortcode, (written: string, mark: string, slash: string, name: string, argumentText: string) => {
            if (slash === "/" && codeOpen.delete(name)) return fence;
            const found = readArguments(argumentText);
            if (name === "tabpane" && slash === "/") panes.pop();
            else if (name === "tabpane") panes.push(found);
            const pane = panes.at(-1);
            if (pane && name === "tab" && mark === "<" && slash === "" && isCodeTab(pane, found)) {
              codeOpen.add(name);
              return openCode(withLanguage(found, pane));
            }
            if (slash === "" && found.named.get("code") === "true" && text.trim() === written) {
              codeOpen.add(name);
              return openCode(found);
            }
            const known = slash === "/" ? closing(name) : opening(name, found, text.trim() === written);
            if (known === undefined && slash === "") leftOut.add(line, written);
            if (boxesOpen.endsNothing(known, slash)) return "";
            return known ?? "";
          })
          .replaceAll(escaped, "`{{$1$2$3}}`");
      // A shortcode alone on its line may have code in its values.
      const changed = /^[ \t]*\{\{[<%](?!\/\*).*[>%]\}\}[ \t]*$/.test(text)
        ? rewrite(text)
        : outsideCode(text, rewrite);
      // The code of a tab is not indented with the tab.
      const isOutdented = changed.trimStart().startsWith(fence) && /^ {0,3}(?! )/.test(texts[line] ?? "");
      const settled = isOutdented ? changed.trimStart() : changed;
      if (settled !== text) read.set(line, settled.trim() === "" ? "" : settled);
    }
    leftOut.report(report);
    return read;
  },
};

/** Joins shortcodes whose arguments are on lines of their own; the further lines become empty. */
function joinShortcodes(lines: readonly DialectLine[], read: Map<number, string>): DialectLine[] {
  const joined: DialectLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const first = lines[index] as DialectLine;
    const within = lines.slice(
      index,
      /^[ \t]*\{\{[<%](?!\/\*)(?:(?!\}\}).)*$/.test(first.text) ? index + maxLines : index,
    );
    const last = within.findIndex(({ text }, at) => at > 0 && /^(?:(?!\{\{).)*[>%]\}\}[ \t]*$/.test(text));
    const own = within.slice(0, last + 1);
    if (last < 0 || own.some(({ line }, at) => line !== first.line + at)) joined.push(first);
    else {
      joined.push({ line: first.line, text: own.map(({ text }) => text.trim()).join(" ") });
      for (const { line } of own.slice(1)) read.set(line, "");
      index += last;
    }
  }
  return joined;
}

const maxLines = 40;

const fence = "`".repeat(9);

/** Opens the code of a box: `{{< card code=true header="a.js" lang="js" >}}`. */
function openCode(args: Arguments): string {
  const title = firstOf(args, "header", "title");
  return `${fence}${firstOf(args, "lang") ?? (title === undefined ? "" : "text")}${title === undefined ? "" : ` title="${title}"`}`;
}

/** Tabs of Docsy contain code, except those of text (https://www.docsy.dev/docs/adding-content/shortcodes/#tabbed-panes). */
function isCodeTab(pane: Arguments, tab: Arguments): boolean {
  const isText = tab.named.get("text") ?? pane.named.get("text");
  return isText !== "true" && tab.named.get("disabled") !== "true";
}

function withLanguage(tab: Arguments, pane: Arguments): Arguments {
  const header = pane.named.get("langequalsheader") === "true" ? firstOf(tab, "header")?.toLowerCase() : undefined;
  const lang = tab.named.get("lang") ?? header ?? pane.named.get("lang");
  return lang === undefined ? tab : { ...tab, named: new Map([...tab.named, ["lang", lang]]) };
}

function opening(name: string, args: Arguments, isAlone: boolean): string | undefined {
  const [first = ""] = args.positional;
  if (name === "figure" || name === "img" || name === "image") return writeFigure(args);
  if (name === "highlight") return fence + first;
  if (references.has(name)) return firstOf(args, "path") ?? first;
  if (name === "include" && isAlone) return `::include{file="${first}"}`;
  if (name === "kbd") return `<kbd>${args.positional.join(" ") || (firstOf(args, "mac", "win") ?? "")}</kbd>`;
  if (name === "br") return "<br>";
  if (name === "card" && args.named.size > 0) {
    const texts = ["header", "title", "subtitle", "footer"].map((key) => args.named.get(key) ?? "");
    return texts.filter((text) => text !== "").join(" · ");
  }
  const player = Object.hasOwn(players, name) ? players[name] : undefined;
  if (player) {
    const id = firstOf(args, "id", "src", "url") ?? args.positional.join(" ");
    return `<${player(id)}>`;
  }
  if (name === "tab") return `**${firstOf(args, "name", "title", "header") ?? first}**`;
  if (name === "tabs" || name === "tabpane") return "";
  const kind = calloutName(boxes.has(name) ? (firstOf(args, "type", "color", "style") ?? first) : name);
  if (!isAlone || (kind === undefined && !boxes.has(name))) return undefined;
  const rest = args.positional.slice(boxes.has(name) && kind !== undefined && !args.named.has("type") ? 1 : 0);
  return `:::${writeBox(kind ?? "note", firstOf(args, "title", "summary") ?? rest.join(" "), "")}`;
}

function closing(name: string): string | undefined {
  if (name === "highlight") return fence;
  return boxes.has(name) || calloutName(name) !== undefined ? ":::" : undefined;
}

/** Tracks open boxes, so that the end of a box that was left out ends nothing. */
class OpenBoxes {
  private open = 0;

  endsNothing(written: string | undefined, slash: string): boolean {
    if (!written?.startsWith(":::")) return false;
    if (slash === "/" && this.open === 0) return true;
    this.open += slash === "/" ? -1 : 1;
    return false;
  }
}
