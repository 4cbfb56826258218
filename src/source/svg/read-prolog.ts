/** Content before the root element of an XML file. */
export interface Prolog {
  /** Offset of the root element. */
  readonly end: number;
  /** Document type declaration, from its "<" to its ">". */
  readonly doctype?: { readonly start: number; readonly end: number; readonly subset: string };
}

/**
 * Parses the declaration, comments, processing instructions and document type in linear time. Returns `undefined` where
 * no element follows.
 */
export function readProlog(text: string): Prolog | undefined {
  let at = text.startsWith("\uFEFF") ? 1 : 0;
  let doctype: Prolog["doctype"];
  for (;;) {
    while (at < text.length && /\s/.test(text.charAt(at))) at += 1;
    if (text.startsWith("<?", at)) at = after(text, "?>", at + 2);
    else if (text.startsWith("<!--", at)) at = after(text, "-->", at + 4);
    else if (/^<!doctype/i.test(text.slice(at, at + 9)) && !doctype) {
      doctype = readDoctype(text, at);
      if (!doctype) return undefined;
      at = doctype.end;
    } else break;
    if (at < 0) return undefined;
  }
  return /^<[\w:]/.test(text.slice(at, at + 2)) ? { end: at, ...(doctype && { doctype }) } : undefined;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

/** Finds the end of the document type; strings and comments in it may contain brackets. */
function readDoctype(text: string, start: number): Prolog["doctype"] {
  let subsetStart = -1;
  let subset = "";
  for (let at = start + 9; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (sign === '"' || sign === "'") {
      const end = text.indexOf(sign, at + 1);
      if (end < 0) return undefined;
      at = end;
    } else if (text.startsWith("<!--", at)) {
      const end = after(text, "-->", at + 4);
      if (end < 0) return undefined;
      at = end - 1;
    } else if (sign === "[" && subsetStart < 0) subsetStart = at + 1;
    else if (sign === "]" && subsetStart >= 0 && subset === "") subset = text.slice(subsetStart, at) || " ";
    else if (sign === ">" && (subsetStart < 0 || subset !== "")) return { start, end: at + 1, subset };
  }
  return undefined;
}
