import { type Dialect, outsideCode } from "./dialect.ts";
import { LeftOut } from "./sites/left-out.ts";

/** Elements in the namespaces of Word and its kin, which neither HTML nor CommonMark knows: `<o:p>`. */
const element = /<(\/?)((?:o|v|w|m|st1|st2|wp|wps|pic|mc|w1[0-6]|office|ns0):([a-z]\w*))(\s[^<>]*)?(\/?)>/gi;
/** The ends of elements with a prefix. */
const ends = /<\/(\w+:\w+)>/g;
/** `<![if !supportLists]>`, a conditional comment of the kind that other browsers show (MS-OE376). */
const condition = /(<!--.*?(?:-->|$))|<!\[(?:if [^\]<>]*|endif)\]>/gi;
const namespace = /<\?xml:namespace\b[^<>]*>/gi;
const pictures = new Set(["imagedata", "blip"]);

/** What Office leaves in a text that was copied or saved from it: the marks go, and the text in them stays. */
export const officeElements: Dialect = {
  name: "elements of Office (<o:p>)",
  read(lines, { report }) {
    const read = new Map<number, string>();
    const leftOut = new LeftOut("Office", "Save the drawing as a picture and show that.");
    // What is never closed and has no attributes may be words of the author's own: `<m:abc>`.
    const closed = new Set([
      "o:p",
      ...lines.flatMap(({ text }) => Array.from(text.matchAll(ends), ([, name = ""]) => name)),
    ]);
    for (const { line, text } of lines) {
      if (!/<(?:[/!?]|\w+:)/.test(text)) continue;
      const changed = outsideCode(text, (piece) =>
        piece
          // An empty paragraph of Word is held open by a space that cannot break.
          .replaceAll(/<o:p>(?:&nbsp;|\s)*<\/o:p>/gi, "")
          .replaceAll(element, (written, slash: string, whole: string, name: string, more = "", empty = "") => {
            if (slash + more + empty === "" && !closed.has(whole)) return written;
            if (pictures.has(name.toLowerCase())) leftOut.add(line, written);
            return "";
          })
          .replaceAll(condition, "$1")
          .replaceAll(namespace, ""),
      );
      if (changed !== text) read.set(line, changed.trim() === "" ? "" : changed);
    }
    leftOut.report(report);
    return read;
  },
};
