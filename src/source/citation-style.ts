import { basename } from "node:path";
import type { Element, Root } from "xast";
import { fromXml } from "xast-util-from-xml";
import { findDepthProblem, findMacroProblem } from "./citation-macros.ts";
import { didYouMean } from "../diagnostics/nearest.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { CitationStyle, CslNode } from "../model/citation-style.ts";
import type { SourcePoint } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { SourceFile } from "../model/source.ts";
import type { World } from "../model/world.ts";
import type { Confines } from "./locate-file.ts";
import { readBeside, type TextReference } from "./read-beside.ts";
import { findLocale, findStyle, styleNames } from "./style-library.ts";

/** Short names of frequently used styles. */
const aliases: ReadonlyMap<string, string> = new Map([
  ["ama", "american-medical-association"],
  ["chicago", "chicago-author-date"],
  ["chicago-notes", "chicago-fullnote-bibliography"],
]);

/**
 * Reads a citation style: a name in the CSL project's library, a short name, or the path of a `.csl` file in the
 * publication's folder. `language` (BCP 47) is that of the text.
 */
export async function readCitationStyle(
  world: World,
  confines: Confines,
  reference: TextReference,
  language: string,
): Promise<Outcome<ReadStyle>> {
  const style = reference.address.endsWith(".csl")
    ? await readStyleFile(world, confines, reference)
    : await readNamed(world, reference);
  if (!style.ok) return style;
  const words = await findLocale(world, language);
  const { locale: fallback } = await findLocale(world, "en-US");
  const { file, ...chosen } = style.value;
  return succeed({ style: { ...chosen, ...words, fallback }, ...(file && { file }) }, style.diagnostics);
}

interface ReadStyle {
  readonly style: CitationStyle;
  /** Set where the style is a file of the author. */
  readonly file?: SourceFile;
}

type ChosenStyle = Pick<CitationStyle, "style" | "shown"> & Pick<ReadStyle, "file">;

async function readNamed(world: World, reference: TextReference): Promise<Outcome<ChosenStyle>> {
  const style = await findStyle(world, aliases.get(reference.address) ?? reference.address);
  if (style) return succeed({ style });
  const names = [...aliases.keys(), ...(await styleNames(world))];
  const hint = didYouMean(reference.address, names) ?? "Put a style file beside the article and name it: my-style.csl.";
  return fail(diagnostic("citationStyle", `There is no citation style "${reference.address}".`, hint, reference));
}

async function readStyleFile(
  world: World,
  confines: Confines,
  reference: TextReference,
): Promise<Outcome<ChosenStyle>> {
  const file = await readBeside(world, confines, reference);
  // Other tools look for a style that is not next to the text in their own library.
  const known = file.ok ? undefined : await findStyle(world, basename(reference.address, ".csl"));
  if (known) return succeed({ style: known });
  if (!file.ok) return file;
  const style = parseStyle(file.value);
  return style.ok ? succeed({ style: style.value, shown: file.value.shown, file: file.value }) : style;
}

function parseStyle(file: SourceFile): Outcome<CslNode> {
  const tree = parseXml(file);
  if (!tree.ok) return tree;
  const bound = findDepthProblem(tree.value) ?? findMacroProblem(tree.value);
  if (bound) {
    const location = { file: file.shown, position: bound.element.position };
    return fail(diagnostic("citationStyle", bound.message, "Correct the style, or name one of the library.", location));
  }
  const root = tree.value.children.find((node): node is Element => node.type === "element");
  const style = root && toNode(root);
  const problem = style ? problemOf(style) : "The file is empty.";
  if (style && problem === undefined) return succeed(style);
  const hint = "A CSL 1.0 style is a style element with citation and layout elements in it.";
  return fail(diagnostic("citationStyle", problem ?? "", hint, { file: file.shown, position: root?.position }));
}

function parseXml(file: SourceFile): Outcome<Root> {
  try {
    return succeed(fromXml(file.text));
  } catch (error) {
    const { place, cause } = error as Error & { readonly place?: SourcePoint };
    const [reason = ""] = (cause instanceof Error ? cause.message : String(error)).split(/\n| \(line/);
    const position = place && { start: place };
    const message = `The style is not well-formed XML: ${reason}.`;
    return fail(diagnostic("citationStyle", message, undefined, { file: file.shown, position }));
  }
}

function problemOf(style: CslNode): string | undefined {
  if (style.name !== "style") return `This is a ${style.name} element, not a style.`;
  const info = style.children.find((child) => typeof child !== "string" && child.name === "info");
  const parent = typeof info === "object" ? parentOf(info) : undefined;
  if (parent !== undefined) return `The style only points to another one: "${parent}". Name that one instead.`;
  const citation = style.children.find((child) => typeof child !== "string" && child.name === "citation");
  return citation === undefined ? "The style does not say how to cite." : undefined;
}

/** Returns the name of the parent of a dependent style. */
function parentOf(info: CslNode): string | undefined {
  const link = info.children.find(
    (child): child is CslNode => typeof child !== "string" && child.attrs["rel"] === "independent-parent",
  );
  return link?.attrs["href"]?.split("/").at(-1);
}

/** Converts an element, without comments and indentation. */
function toNode({ name, attributes, children }: Element): CslNode {
  const attrs = Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, value ?? ""]));
  const remaining = children.flatMap((child): (CslNode | string)[] => {
    if (child.type === "element") return [toNode(child)];
    return child.type === "text" && child.value.trim() !== "" ? [child.value] : [];
  });
  return { name, attrs, children: remaining.length === 0 && name === "term" ? [""] : remaining };
}
