import { kindOfName } from "../model/imported.ts";
import { Problem } from "./problem.ts";

/** A file of a request, with a safe name. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files sent: first the document, then those next to it. */
export interface SentDocument {
  readonly document: string;
  readonly files: readonly SentFile[];
}

/** File names of a bare body, by media type. */
const endings: Readonly<Record<string, string>> = {
  "text/markdown": ".md",
  "text/plain": ".txt",
  "text/html": ".html",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
};

export const documentTypes: readonly string[] = [...Object.keys(endings), "multipart/form-data"];

const maxFiles = 100;

/** Reads the body of a request as files for a temporary folder. */
export async function readDocument(contentType: string, body: Uint8Array): Promise<SentDocument> {
  const [type = ""] = contentType.split(";").map((part) => part.trim().toLowerCase());
  if (type === "multipart/form-data") return readParts(contentType, body);
  const ending = endings[type];
  if (ending === undefined) {
    throw new Problem(415, "Unsupported Media Type", `A document is one of: ${documentTypes.join(", ")}.`);
  }
  return { document: `article${ending}`, files: [{ name: `article${ending}`, bytes: body }] };
}

async function readParts(contentType: string, body: Uint8Array): Promise<SentDocument> {
  let form: FormData;
  try {
    form = await new Response(new Uint8Array(body), { headers: { "content-type": contentType } }).formData();
  } catch {
    throw new Problem(400, "Bad Request", "The body is not well-formed multipart/form-data.");
  }
  const parts = [...form.values()].filter((part) => typeof part !== "string");
  if (parts.length > maxFiles) throw new Problem(413, "Content Too Large", `A request has at most ${maxFiles} files.`);
  const files = new Map<string, SentFile>();
  for (const part of parts) {
    const name = safeName(part.name);
    if (files.has(name)) throw new Problem(400, "Bad Request", `Two files have the name "${name}".`);
    files.set(name, { name, bytes: new Uint8Array(await part.arrayBuffer()) });
  }
  const documents = [...files.keys()].filter((name) => kindOfName(name) !== undefined);
  const [document, other] = documents;
  if (document === undefined) throw new Problem(400, "Bad Request", "No file of the request is a document.");
  if (other !== undefined) {
    throw new Problem(400, "Bad Request", `A request is for one document; "${document}" and "${other}" are two.`);
  }
  return { document, files: [...files.values()] };
}

/** Returns the last segment of a name with only letters, digits and `._-`: no path, no hidden file, not too long. */
function safeName(original: string): string {
  const name = original.split(/[/\\]/).at(-1) ?? "";
  if (!/^[\p{L}\p{N}_][\p{L}\p{N}._ -]{0,99}$/u.test(name)) {
    throw new Problem(
      400,
      "Bad Request",
      "The name of a file has other characters than letters, digits, dots, spaces and - _.",
    );
  }
  return name;
}
