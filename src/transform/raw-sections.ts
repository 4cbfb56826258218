import type { RootContent } from "hast";
import type { Report } from "../diagnostics/report.ts";

type Raw = Extract<RootContent, { readonly type: "raw" }>;

/** What begins with `<!` or `<?`, and its ends (CommonMark 0.31, 6.6). Each begins as those after it do not. */
const sections = [
  { opens: "<!--", ends: "-->", overlap: 2 },
  { opens: "<![CDATA[", ends: "]]>", overlap: 0 },
  { opens: "<?", ends: "?>", overlap: 0 },
  { opens: "<!", ends: ">", overlap: 0 },
] as const;

/** These say nothing that a reader could miss: a comment, a document type, a condition, an XML declaration. */
const unsaid = /^<(?:!--|!doctype[^[]*>$|!\[(?!CDATA\[)|\?xml\s)/i;

const hint = "Use Markdown, or an element that every edition supports.";

/**
 * Replaces a CDATA section by its text and leaves out instructions and declarations, each with a finding. The HTML
 * parser would take them as comments, and their text would be gone without a word.
 */
export function replaceSections(node: Raw, isBlock: boolean, report: Report): void {
  const { value } = node;
  const pieces: string[] = [];
  let done = 0;
  const without = new Set<string>();
  for (let at = value.indexOf("<"); at >= 0; at = value.indexOf("<", Math.max(at + 1, done))) {
    const kind = sections.find(({ opens }) => value.startsWith(opens, at));
    if (!kind || without.has(kind.ends)) continue;
    const end = value.indexOf(kind.ends, at + kind.opens.length - kind.overlap);
    if (end < 0) {
      // There is none behind any of the following either.
      without.add(kind.ends);
      continue;
    }
    const whole = value.slice(at, end + kind.ends.length);
    pieces.push(value.slice(done, at), replaced(node, whole, isBlock, report));
    done = at + whole.length;
  }
  node.value = pieces.join("") + value.slice(done);
}

function replaced(node: Raw, whole: string, isBlock: boolean, report: Report): string {
  if (unsaid.test(whole)) return whole;
  if (!whole.startsWith("<![CDATA[")) {
    const [name] = /^<[!?][^\s>]{0,20}/.exec(whole) ?? [""];
    const lines = whole.split("\n").length;
    const extent = lines > 1 ? `: ${lines} lines` : "";
    report("htmlSupported", node, `What is written between "${name}" and ">" is left out${extent}.`, hint);
    return "";
  }
  report("htmlSupported", node, "HTML has no CDATA sections: this one is read as text.", hint);
  const text = whole.slice("<![CDATA[".length, -"]]>".length).replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  if (!isBlock) return text;
  const paragraphs = text.split(/\n[ \t]*\n/).filter((part) => part.trim() !== "");
  return paragraphs.map((part) => `<p>${part.trim()}</p>\n`).join("");
}
