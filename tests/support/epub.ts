import { unzipSync, zipSync, type Zippable } from "fflate";
import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { build } from "../../src/pipeline/build.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { inFolder } from "./built.ts";
import { printDiagnostics } from "./prepare.ts";
import type { Files } from "./temporary.ts";
import { worldOf } from "./world.ts";

/** A book, unpacked. */
export interface OpenedEpub {
  readonly bytes: Uint8Array;
  readonly files: Readonly<Record<string, Uint8Array>>;
  /** What was noticed while it was made. */
  readonly diagnostics: readonly Diagnostic[];
  text(path: string): string;
  /** Elements of a document in their order. */
  all(path: string, name: string): Element[];
}

/** The book made of a publication, whatever warnings there are. */
export async function epubOf(
  publication: Files,
  { pageList = false }: { readonly pageList?: boolean } = {},
): Promise<OpenedEpub> {
  const request = { sources: ["text"], editions: ["ebook"] as const, config: {}, toolVersion: "0.0.0", pageList };
  const outcome = await build(worldOf(inFolder("text", publication)), request);
  const bytes = outcome.ok ? outcome.value[0]?.artifacts[0]?.bytes : undefined;
  if (!bytes) throw new Error(printDiagnostics(outcome.diagnostics));
  return openEpub(bytes, outcome.diagnostics);
}

export function openEpub(bytes: Uint8Array, diagnostics: readonly Diagnostic[] = []): OpenedEpub {
  const files = unzipSync(bytes);
  const text = (path: string): string => {
    const file = files[path];
    if (!file) throw new Error(`${path} is not in the book; there is: ${Object.keys(files).join(", ")}`);
    return new TextDecoder().decode(file);
  };
  const all = (path: string, name: string): Element[] =>
    elementsOf(fromXml(text(path))).filter((element) => element.name === name);
  return { bytes, files, diagnostics, text, all };
}

/** The book with other files in it, `undefined` taking one out; `mimetype` stays first and stored unless told. */
export function repack(
  { files }: OpenedEpub,
  changes: Readonly<Record<string, string | undefined>>,
  mimetype: { readonly stored?: boolean; readonly first?: boolean } = {},
): Uint8Array {
  const { stored = true, first = true } = mimetype;
  const entries = Object.entries({ ...files, ...changes }).filter(([, content]) => content !== undefined);
  const ordered = first ? entries : [...entries.slice(1), ...entries.slice(0, 1)];
  const contents = ordered.map(([path, content]): [string, Zippable[string]] => {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : (content as Uint8Array);
    return [path, path === "mimetype" && stored ? [bytes, { level: 0 }] : bytes];
  });
  return zipSync(Object.fromEntries(contents));
}

/** What can be read in an element. */
export function textOf(element: Element): string {
  return element.children
    .map((child) => (child.type === "element" ? textOf(child) : child.type === "text" ? child.value : ""))
    .join("");
}

function elementsOf(parent: Root | Element): Element[] {
  const children: readonly (Root | Element)["children"][number][] = parent.children;
  return children.flatMap((child) => (child.type === "element" ? [child, ...elementsOf(child)] : []));
}
