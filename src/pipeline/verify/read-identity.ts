import { strFromU8, unzipSync } from "fflate";

/** What a finished file says about its origin. */
export interface FileIdentity {
  /** Of the publication or of its edition: the `DocumentID` of a PDF, the unique identifier of an EPUB. */
  readonly id?: string | undefined;
  /** State of the sources. */
  readonly release?: string | undefined;
  /** For example `Offprint 1.2.3`. */
  readonly tool?: string | undefined;
}

/** Maximum bytes of a package document: a larger one is not from Offprint. */
const maxBytes = 8 * 2 ** 20;

/** Reads the XMP packet of a PDF, the package document of an EPUB, or the JSON-LD of a web page. */
export function readIdentity(bytes: Uint8Array): FileIdentity {
  const start = strFromU8(bytes.subarray(0, 5), true);
  if (start === "%PDF-") return ofPdf(strFromU8(bytes, true));
  if (start.startsWith("PK")) return ofEpub(bytes);
  return ofHtml(new TextDecoder().decode(bytes));
}

function ofPdf(text: string): FileIdentity {
  const property = (name: string): string | undefined => new RegExp(`<${name}>([^<]{1,300})</${name}>`).exec(text)?.[1];
  return {
    id: property("xmpMM:DocumentID"),
    release: property("xmpMM:VersionID"),
    tool: property("xmp:CreatorTool"),
  };
}

function ofEpub(bytes: Uint8Array): FileIdentity {
  try {
    const isPackage = (file: { readonly name: string; readonly originalSize: number }): boolean =>
      file.name.endsWith(".opf") && file.originalSize < maxBytes;
    const [document] = Object.values(unzipSync(bytes, { filter: isPackage }));
    const text = document ? new TextDecoder().decode(document) : "";
    return {
      id: /<dc:identifier[^>]*>([^<]+)</.exec(text)?.[1],
      release: /<meta property="schema:version">([^<]+)</.exec(text)?.[1],
    };
  } catch {
    return {};
  }
}

function ofHtml(text: string): FileIdentity {
  const [, json = "{}"] = /<script type="application\/ld\+json">([^<]*)<\/script>/.exec(text) ?? [];
  try {
    const { version } = JSON.parse(json) as { readonly version?: unknown };
    return { release: typeof version === "string" ? version : undefined };
  } catch {
    return {};
  }
}
