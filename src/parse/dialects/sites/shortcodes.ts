import { calloutName, writeBox } from "../callouts.ts";
import { type Dialect, outsideCode } from "../dialect.ts";
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
  read(lines, { report }) {
    const read = new Map<number, string>();
    const boxesOpen = new OpenBoxes();
    const leftOut = new LeftOut("Hugo or Quarto", "That tool fills them in; write what they stand for.");
    for (const { line, text } of lines) {
      if (/^[ \t]*<--->[ \t]*$/.test(text)) read.set(line, "");
      if (!text.includes("{{<") && !text.includes("{{%")) continue;
      const changed = outsideCode(text, (piece) =>
        piece
          .replaceAll(shortcode, (written: string, _, slash: string, name: string, argumentText: string) => {
            const known =
              slash === "/" ? closing(name) : opening(name, readArguments(argumentText), text.trim() === written);
            if (known === undefined && slash === "") leftOut.add(line, written);
            if (boxesOpen.endsNothing(known, slash)) return "";
            return known ?? "";
          })
          .replaceAll(escaped, "`{{$1$2$3}}`"),
      );
      if (changed !== text) read.set(line, changed.trim() === "" ? "" : changed);
    }
    leftOut.report(report);
    return read;
  },
};

function opening(name: string, args: Arguments, isAlone: boolean): string | undefined {
  const [first = ""] = args.positional;
  if (name === "figure" || name === "img" || name === "image") return writeFigure(args);
  if (name === "highlight") return `${"`".repeat(9)}${first}`;
  if (references.has(name)) return firstOf(args, "path") ?? first;
  if (name === "include" && isAlone) return `::include{file="${first}"}`;
  if (name === "kbd") return `<kbd>${args.positional.join(" ") || (firstOf(args, "mac", "win") ?? "")}</kbd>`;
  if (name === "br") return "<br>";
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
  if (name === "highlight") return "`".repeat(9);
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
