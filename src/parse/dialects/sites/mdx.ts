import { calloutName, writeBox } from "../callouts.ts";
import { type Dialect, outsideCode } from "../dialect.ts";
import { firstOf, readArguments } from "./arguments.ts";
import { LeftOut } from "./left-out.ts";
import { joinTags } from "./mdx-tags.ts";

const module =
  /^(?:import[ \t]+(?:[\w*{},$ \t]+[ \t]from[ \t]+)?["'][^"']+["'];?[ \t]*$|import[ \t]*(?:[\w$]+,[ \t]*)?\{[ \t]*$|export[ \t]+(?:const|let|default|function)\b)/;
const braces = String.raw`\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}`;
const component = new RegExp(
  String.raw`<(\/?)([A-Z]\w*[a-z][\w.]*)((?:\s+(?:[\w:-]+(?:=(?:"[^"]*"|'[^']*'|${braces}))?|\{\.{3}[\w.]+\}))*)\s*(\/?)>`,
  "g",
);
/** A component without content, which HTML does not have. */
const lone = /<[A-Z]\w*[a-z][\w.]*(?:\s[^<>]*)?\/>/;
/** An attribute of an element that only JSX has. */
const jsx = /<[a-z][\w-]*\s(?:[^<>]*\s)?(?:style=\{\{|on[A-Z]\w*=\{|className=["'{])/;
const comment = /\{\/\*.*?\*\/\}/g;
const styled = new RegExp(String.raw`[ \t]+(?:style|on[A-Z]\w*|key|ref)=${braces}`, "g");
/** An expression with a known value: a string literal. */
const literal = /(?<![\w$\\#{])\{(?:"([^"{}]*)"|'([^'{}]*)'|`([^`{}$]*)`)\}/g;
const expression = /(?<![\w$\\#{=])\{(?:props|frontMatter|frontmatter|meta|siteConfig|process)(?:\.[\w$]+)+\}/g;
const boxes = new Set(["callout", "admonition", "aside", "alert"]);
const fields = new Set(["paramfield", "responsefield", "param", "property", "field", "apiparam"]);

/** MDX: removes code and component tags, and keeps the content of components. */
export const mdx: Dialect = {
  name: "components (MDX, Docusaurus)",
  read(lines, { texts, report, path }) {
    const read = new Map<number, string>();
    const isMdx =
      path.endsWith(".mdx") || lines.some(({ text }) => module.test(text) || lone.test(text) || jsx.test(text));
    if (!isMdx) return read;
    const leftOut = new LeftOut("MDX", "Only a website can run them; write what they show.");
    const prose = new Set(lines.map(({ line }) => line - 1));
    const joined = joinTags(texts, (index) => prose.has(index));
    const open = new OpenBoxes();
    let inModule: "import" | "export" | undefined;
    for (const { line, text: written } of lines) {
      const text = joined.get(line - 1) ?? written;
      const above = (texts[line - 2] ?? "").trim();
      const isStart = module.test(text) && (!prose.has(line - 2) || above === "" || read.get(line - 1) === "");
      if (isStart) inModule = text.startsWith("import") ? "import" : "export";
      if (text.trim() === "") inModule = undefined;
      if (inModule !== undefined) {
        read.set(line, "");
        if (isStart && inModule === "export") leftOut.add(line, `${text.trim().slice(0, 30)}…`);
        if (inModule === "import" && /["'];?$/.test(text.trimEnd())) inModule = undefined;
        continue;
      }
      const before = open.depth;
      const changed = outsideCode(text, (piece) =>
        piece
          .replaceAll(component, (tag: string, slash: string, name: string, argumentText: string, empty: string) => {
            const isAlone = text.trim() === tag;
            if (slash === "/") return open.end(isAlone) ? ":::" : "";
            const shown = opening(name, argumentText, isAlone && empty === "") ?? (empty && textOf(argumentText));
            if (empty === "") open.begin(shown !== undefined && shown.startsWith(":::"));
            if (shown === undefined || (empty !== "" && shown === "")) leftOut.add(line, `<${name}>`);
            return shown ?? "";
          })
          .replaceAll(comment, "")
          .replaceAll(styled, "")
          .replaceAll(new RegExp(String.raw`(?<=<[a-z][^<>]*)[ \t]+[\w:-]+=${braces}`, "g"), "")
          .replaceAll(/(?<=<[a-z][^<>]*[ \t])className=/g, "class=")
          .replaceAll(literal, (_, ...values: string[]) => values.find((value) => typeof value === "string") ?? "")
          .replaceAll(expression, (name: string) => {
            leftOut.add(line, name);
            return "";
          }),
      );
      // Content of a component is indented only for readability.
      const width = 2 * Math.min(before, open.depth);
      const moved = width > 0 ? changed.replace(new RegExp(`^ {0,${width}}`), "") : changed;
      // A box whose last line has text is closed on the next empty line.
      const ended = moved.trim() === "" && open.isOwed() ? ":::" : moved;
      if (ended !== written) read.set(line, ended.trim() === "" ? "" : ended);
    }
    leftOut.report(report);
    return read;
  },
};

/** Tracks open components, and which of them were written as boxes. */
class OpenBoxes {
  private readonly open: boolean[] = [];
  private owed = 0;

  get depth(): number {
    return this.open.length;
  }

  begin(isBox: boolean): void {
    this.open.push(isBox);
  }

  /** Reports whether the closing mark of a box is due. */
  end(isAlone: boolean): boolean {
    const isBox = this.open.pop() === true;
    if (isBox && !isAlone) this.owed += 1;
    return isBox && isAlone;
  }

  isOwed(): boolean {
    if (this.owed === 0) return false;
    this.owed -= 1;
    return true;
  }
}

function opening(name: string, argumentText: string, isAlone: boolean): string | undefined {
  const tag = name.toLowerCase();
  const read = readArguments(argumentText);
  const title = firstOf(read, "label", "title", "name", "header", "summary", "value");
  const isBox = boxes.has(tag) || calloutName(tag) !== undefined;
  const kind = boxes.has(tag)
    ? (calloutName(firstOf(read, "type", "variant", "kind", "intent") ?? "") ?? "note")
    : calloutName(tag);
  if (isAlone && isBox) return `:::${writeBox(kind ?? "note", firstOf(read, "title", "summary") ?? "", "")}`;
  if (isBox) return `**${firstOf(read, "title") ?? name}:** `;
  if (fields.has(tag)) return nameField(argumentText, isAlone);
  if (["tabitem", "tab", "step", "accordion", "card", "collapsible", "expandable"].includes(tag)) {
    return title === undefined ? "" : `**${title}**${isAlone ? "" : " "}`;
  }
  return containers.has(tag) ? "" : undefined;
}

const containers = new Set(
  "tabs steps cards cardgroup codegroup accordiongroup frame columns column fragment cardgrid linkcard".split(" "),
);

/** Writes a parameter of an API reference: its name, type and whether it is required. */
function nameField(argumentText: string, isAlone: boolean): string {
  const read = readArguments(argumentText);
  const name = firstOf(read, "path", "query", "body", "header", "name", "property");
  const facts = [firstOf(read, "type"), ...(/\brequired\b/.test(argumentText) ? ["required"] : [])].filter(Boolean);
  if (name === undefined) return "";
  return `**${name}**${facts.length > 0 ? ` (${facts.join(", ")})` : ""}${isAlone ? "" : " "}`;
}

/** Returns the text that stands for a component without content. */
function textOf(value: string): string {
  return firstOf(readArguments(value), "text", "label", "children", "title") ?? "";
}
