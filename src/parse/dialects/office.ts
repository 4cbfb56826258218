import { type Dialect, outsideCode } from "./dialect.ts";
import { LeftOut } from "./sites/left-out.ts";

/** Elements in the namespaces of Microsoft Office, which neither HTML nor CommonMark knows: `<o:p>`. */
const element = /<(\/?)((?:o|v|w|m|st1|st2|wp|wps|pic|mc|w1[0-6]|office|ns0):([a-z]\w*))(\s[^<>]*)?(\/?)>/gi;
/** End tags with a namespace prefix. */
const ends = /<\/(\w+:\w+)>/g;
/** `<![if !supportLists]>`, a downlevel-revealed conditional comment (MS-OE376). */
const condition = /(<!--.*?(?:-->|$))|<!\[(?:if [^\]<>]*|endif)\]>/gi;
const namespace = /<\?xml:namespace\b[^<>]*>/gi;
const pictures = new Set(["imagedata", "blip"]);

/** Markup in text copied or saved from Office: removes the tags and keeps their content. */
export const officeElements: Dialect = {
  name: "elements of Office (<o:p>)",
  read(lines, { report }) {
    const read = new Map<number, string>();
    const leftOut = new LeftOut("Office", "Save the drawing as a picture and show that.");
    // An element without end tag and attributes may be the author's text: `<m:abc>`.
    const closed = new Set([
      "o:p",
      ...lines.flatMap(({ text }) => Array.from(text.matchAll(ends), ([, name = ""]) => name)),
    ]);
    for (const { line, text } of lines) {
      if (!/<(?:[/!?]|\w+:)/.test(text)) continue;
      const changed = outsideCode(text, (piece) =>
        piece
          // Word keeps empty paragraphs open with a no-break space.
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
