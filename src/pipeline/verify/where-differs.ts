import { unzipSync } from "fflate";
import { sha256Of } from "../../model/sha256.ts";

/** Returns which parts of two files of one edition differ, such as "its fonts", for types with known parts. */
export function whereDiffers(listed: Uint8Array, again: Uint8Array, mediaType: string): string | undefined {
  const parts = partsOf[mediaType];
  if (!parts) return undefined;
  try {
    const [before, after] = [parts(listed), parts(again)];
    const names = new Set([...before.keys(), ...after.keys()]);
    const other = [...names].filter((name) => before.get(name) !== after.get(name)).toSorted();
    if (other.length === 0) return undefined;
    const more = other.length > 5 ? ` and ${other.length - 5} more` : "";
    return `it differs in ${other.slice(0, 5).join(", ")}${more}`;
  } catch {
    return "the file cannot be read";
  }
}

type Parts = ReadonlyMap<string, string>;

const partsOf: Readonly<Record<string, (bytes: Uint8Array) => Parts>> = {
  "application/epub+zip": ofArchive,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ofArchive,
  "text/html": ofPage,
  "application/pdf": ofPdf,
};

function ofArchive(bytes: Uint8Array): Parts {
  return new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, sha256Of(part)]));
}

function ofPage(bytes: Uint8Array): Parts {
  const text = new TextDecoder().decode(bytes);
  const of = (kind: RegExp): string => [...text.matchAll(kind)].join("\n");
  return new Map([
    ["its fonts", of(/data:font\/[^"')\s]+/g)],
    ["its pictures", of(/data:image\/[^"')\s]+/g)],
    // The policy contains the digest of the style sheet, which contains the fonts.
    ["its text", text.replaceAll(/data:[^"')\s]+|<style>[^<]*<\/style>|<meta http-equiv[^>]*>/g, "")],
    ["its style sheet", of(/<style>[^<]*<\/style>/g).replaceAll(/data:[^"')\s]+/g, "")],
  ]);
}

/** Returns the parts of a PDF that are readable without parsing it: its font names and its pages. */
function ofPdf(bytes: Uint8Array): Parts {
  const text = Buffer.from(bytes).toString("latin1");
  const faces = new Set([...text.matchAll(/\/(?:BaseFont|FontName) ?\/([^\s/>[\]]+)/g)].map(([, name = ""]) => name));
  return new Map([
    ["its faces", [...faces].toSorted((a, b) => (a < b ? -1 : 1)).join("\n")],
    ["its bytes", sha256Of(bytes)],
  ]);
}
