import { calloutName, writeBox } from "../callouts.ts";
import { type Dialect, outsideCode } from "../dialect.ts";
import { firstOf, readArguments } from "./arguments.ts";
import { LeftOut } from "./left-out.ts";

const module =
  /^(?:import[ \t]+(?:[\w*{},$ \t]+[ \t]from[ \t]+)?["'][^"']+["'];?[ \t]*$|import[ \t]*\{[ \t]*$|export[ \t]+(?:const|let|default|function)\b)/;
const component =
  /<(\/?)([A-Z]\w*[a-z][\w.]*)((?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}))?)*)\s*(\/?)>/g;
/** A component without content, which HTML does not have. */
const lone = /<[A-Z]\w*[a-z][\w.]*(?:\s[^<>]*)?\/>/;
const comment = /\{\/\*.*?\*\/\}/g;
const styled = /[ \t]+(?:style|on[A-Z]\w*|key|ref)=\{(?:[^{}]|\{[^{}]*\})*\}/g;
const boxes = new Set(["callout", "admonition", "aside", "alert"]);

/** MDX: removes code and component tags, and keeps the content of components. */
export const mdx: Dialect = {
  name: "components (MDX, Docusaurus)",
  read(lines, { texts, report, path }) {
    const read = new Map<number, string>();
    const isMdx = path.endsWith(".mdx") || lines.some(({ text }) => module.test(text) || lone.test(text));
    if (!isMdx) return read;
    const leftOut = new LeftOut("MDX", "Only a website can run them; write what they show.");
    let inModule = false;
    const nesting = { depth: 0 };
    for (const { line, text } of lines) {
      const isStart =
        module.test(text) && (line === 1 || read.get(line - 1) === "" || (texts[line - 2] ?? "").trim() === "");
      inModule = text.trim() !== "" && (inModule || isStart);
      if (inModule) {
        read.set(line, "");
        if (!text.startsWith("import")) leftOut.add(line, `${text.trim().slice(0, 30)}…`);
        if (isStart && text.startsWith("import") && !text.trimEnd().endsWith("{")) inModule = false;
        continue;
      }
      const before = nesting.depth;
      const changed = outsideCode(text, (piece) =>
        piece
          .replaceAll(component, (written: string, slash: string, name: string, given: string, empty: string) => {
            if (slash === "/") nesting.depth = Math.max(0, nesting.depth - 1);
            else if (empty === "") nesting.depth += 1;
            const isAlone = text.trim() === written;
            const known = slash === "/" ? closing(name) : (opening(name, given, isAlone) ?? shown(given, empty));
            if (known === undefined && slash === "") leftOut.add(line, `<${name}>`);
            return known ?? "";
          })
          .replaceAll(comment, "")
          .replaceAll(styled, "")
          .replaceAll(/(?<=<[a-z][^<>]*)[ \t]+[\w:-]+=\{(?:[^{}]|\{[^{}]*\})*\}/g, "")
          .replaceAll(/(?<=<[a-z][^<>]*[ \t])className=/g, "class="),
      );
      // Content of a component is indented only for readability.
      const width = 2 * Math.min(before, nesting.depth);
      const moved = width > 0 ? changed.replace(new RegExp(`^ {0,${width}}`), "") : changed;
      if (moved !== text) read.set(line, moved.trim() === "" ? "" : moved);
    }
    leftOut.report(report);
    return read;
  },
};

function opening(name: string, given: string, isAlone: boolean): string | undefined {
  const tag = name.toLowerCase();
  const read = readArguments(given);
  const title = firstOf(read, "label", "title", "name", "header");
  if (isAlone && (boxes.has(tag) || calloutName(tag) !== undefined)) {
    const kind = boxes.has(tag)
      ? (calloutName(firstOf(read, "type", "variant", "kind") ?? "") ?? "note")
      : calloutName(tag);
    return `:::${writeBox(kind ?? "note", firstOf(read, "title") ?? "", "")}`;
  }
  if (tag === "tabitem" || tag === "tab" || tag === "step" || tag === "accordion" || tag === "card") {
    return title === undefined ? "" : `**${title}**${isAlone ? "" : " "}`;
  }
  return ["tabs", "steps", "cards", "cardgroup", "codegroup", "accordiongroup"].includes(tag) ? "" : undefined;
}

/** Returns the text to show for a component without content. */
function shown(given: string, empty: string): string | undefined {
  return empty === "" ? undefined : firstOf(readArguments(given), "text", "label", "children");
}

function closing(name: string): string | undefined {
  const tag = name.toLowerCase();
  return boxes.has(tag) || calloutName(tag) !== undefined ? ":::" : undefined;
}
