import type { Element, ElementContent, Root } from "hast";
import { visit } from "../../model/visit.ts";
import type { Diagnostic } from "../../model/diagnostic.ts";
import type { EditionName } from "../../model/edition.ts";
import { editionOf } from "../../model/every-edition.ts";
import type { Publication } from "../../model/publication.ts";
import { idsIn } from "../hast.ts";
import { runTransforms } from "../../model/transform.ts";
import { type MasterPublication, treesOf, type WholeChapter, type WholePublication } from "../whole-publication.ts";
import { openEdition } from "./edition-chapter.ts";
import { editionTransforms } from "./edition-transforms.ts";
import { hasSourceTable } from "../sources-and-dates.ts";

/** The edition of each publication that was selected last. */
const latest = new WeakMap<
  MasterPublication,
  { readonly edition: EditionName; readonly selected: Promise<Publication> }
>();

/** Selects the content of one edition, then numbers it. Returns the same again if it was the last of its publication. */
export function forEdition(publication: MasterPublication, edition: EditionName): Promise<Publication> {
  const last = latest.get(publication);
  if (last?.edition === edition) return last.selected;
  const selected = select(publication, edition);
  latest.set(publication, { edition, selected });
  return selected;
}

async function select({ whole, ...prepared }: MasterPublication, edition: EditionName): Promise<Publication> {
  const selected = whole.chapters.map((chapter) => keepChapter(chapter, edition));
  const lost = idsIn(whole.chapters.flatMap(treesOf)).difference(idsIn(selected.flatMap(treesOf)));
  unlink(selected.flatMap(treesOf), lost);
  const { sourceChecks, ...rest } = whole;
  // On screen, the table of sources and dates contains them.
  const checks = !hasSourceTable(edition) && sourceChecks ? { sourceChecks } : {};
  const { chapters, backMatter } = await numberPublication({ ...rest, ...checks, chapters: selected });
  const images = imagesIn(
    chapters.flatMap(({ body, notes }) => [body, ...(notes ? [notes] : [])]),
    prepared,
    edition,
  );
  return { ...prepared, chapters, backMatter, images };
}

interface NumberedPublication extends Pick<Publication, "chapters" | "backMatter"> {
  readonly diagnostics: readonly Diagnostic[];
}

/** Numbers, labels and lists everything in a publication. */
export async function numberPublication(whole: WholePublication): Promise<NumberedPublication> {
  // The citation processor is large, so it is loaded only for texts with citations.
  const citing = whole.citations && (await import("../citations/cite-publication.ts"));
  const edition = openEdition(whole, citing?.citePublication);
  runTransforms(editionTransforms, edition);
  const chapters = edition.chapters.map(
    ({ slug, language, source, title, titleContent, part, body, notes, contents }) => ({
      slug,
      language,
      ...(source && { source }),
      title,
      titleContent,
      ...(part !== undefined && { part }),
      body,
      ...(notes && { notes }),
      contents,
    }),
  );
  return { chapters, backMatter: edition.backMatter, diagnostics: edition.diagnostics };
}

function keepChapter(chapter: WholeChapter, edition: EditionName): WholeChapter {
  const keep = (tree: Root): Root => ({ ...tree, children: keepContent(tree.children as ElementContent[], edition) });
  return {
    ...chapter,
    titleContent: keepContent(chapter.titleContent, edition),
    body: keep(chapter.body),
    footnotes: keep(chapter.footnotes),
  };
}

/** Returns the images that an edition shows, in the version drawn for it. */
function imagesIn(
  trees: readonly (Root | ElementContent)[],
  { images }: Publication,
  edition: EditionName,
): Publication["images"] {
  const isLarge = editionOf(edition).design === "large-print";
  const names = new Set<unknown>();
  for (const tree of trees) visit(tree, "element", ({ properties }: Element) => void names.add(properties["src"]));
  const shown = [...images].filter(([name]) => names.has(name));
  return new Map(shown.map(([name, { large, ...image }]) => [name, { ...image, ...(isLarge && large) }]));
}

/** Turns links to ids that an edition leaves out into plain text. */
function unlink(trees: readonly Root[], lost: ReadonlySet<string>): void {
  for (const tree of trees) {
    visit(tree, "element", (node: Element) => {
      const { href } = node.properties;
      if (node.tagName !== "a" || typeof href !== "string" || !href.startsWith("#") || !lost.has(href.slice(1))) return;
      node.tagName = "span";
      node.properties = {};
    });
  }
}

/**
 * Removes content that is only for other editions. Also removes condition marks, elements that only carried one, and
 * elements that become empty.
 */
function keepContent(content: readonly ElementContent[], edition: EditionName): ElementContent[] {
  return content.flatMap((node) => (node.type === "element" ? keepElement(node, edition) : [node]));
}

function keepElement(node: Element, edition: EditionName): ElementContent[] {
  if (!isFor(node, edition)) return [];
  const { dataEditions, ...properties } = node.properties;
  const children = keepContent(node.children, edition);
  if (node.children.some(isContent) && !children.some(isContent) && !cells.has(node.tagName)) return [];
  const onlyCarried = dataEditions !== undefined && carriers.has(node.tagName) && Object.keys(properties).length === 0;
  return onlyCarried ? children : [{ ...node, properties, children }];
}

const carriers = new Set(["div", "span"]);

/** A cell cannot be removed from a row without shifting the others. */
const cells = new Set(["td", "th"]);

function isFor({ properties: { dataEditions } }: Element, edition: EditionName): boolean {
  return dataEditions === undefined || String(dataEditions).split(" ").includes(edition);
}

function isContent(node: ElementContent): boolean {
  return node.type === "element" || (node.type === "text" && node.value.trim() !== "");
}
