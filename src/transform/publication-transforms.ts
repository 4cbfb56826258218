import type { Element, ElementData, Root } from "hast";
import { nameBlocks } from "../model/blocks.ts";
import type { Image } from "../model/image.ts";
import type { Draft } from "./article.ts";
import { checkEditions } from "./check-editions.ts";
import type { TransformContext } from "./context.ts";
import { collectTargets, resolveCrossReferences } from "./cross-references.ts";
import { captionFigures } from "./figures.ts";
import { drawFormulas } from "./formulas.ts";
import { planGlossary, type PlannedGlossary } from "./glossary.ts";
import { placeImages } from "./images.ts";
import { nameTerms } from "./index-terms.ts";
import { type LinkDestination, resolveLinks } from "./links.ts";
import type { Transform } from "../model/transform.ts";
import { visit } from "../model/visit.ts";
import { classesOf, setData } from "./hast.ts";
import type { SourceOrigin } from "../model/origin.ts";
import type { JoinedText } from "../model/source.ts";

/** A chapter among the others. */
export interface JoinedChapter {
  readonly draft: Draft;
  readonly slug: string;
  /** Its body and its footnotes. */
  readonly trees: readonly Root[];
  readonly place: LinkDestination;
}

/** All chapters on the way to a publication. */
export interface JoinedPublication {
  readonly chapters: readonly JoinedChapter[];
  /** By `imageKey`. */
  readonly images: ReadonlyMap<string, Image>;
  readonly context: TransformContext;
  glossary: PlannedGlossary | undefined;
}

/** Transforms that need all chapters and the images, in order. */
export const publicationTransforms: readonly Transform<JoinedPublication>[] = [
  {
    name: "place-images",
    why: "An image has its name in the publication, and its size.",
    run: ({ chapters, images }) =>
      forEach(chapters, (tree, { draft }) => placeImages(tree, draft.source, images, draft.report)),
  },
  {
    name: "caption-figures",
    needs: ["place-images"],
    why: "The title of an image becomes a caption, also where a frame has taken its place.",
    run: ({ chapters }) => forEach(chapters, (tree) => captionFigures(tree)),
  },
  {
    name: "mark-boxes",
    why: "A callout that can be referred to is numbered.",
    run: ({ chapters }) => forEach(chapters, (tree) => markBoxes(tree)),
  },
  {
    name: "draw-formulas",
    why: "A formula is MathML.",
    run: ({ chapters }) => forEach(chapters, (tree, { draft }) => drawFormulas(tree, draft.report)),
  },
  {
    name: "resolve-links",
    needs: ["caption-figures", "draw-formulas"],
    why: "Ids get the prefix of their chapter when each stands on the element that keeps it.",
    run: ({ chapters }) => {
      const places = chapters.map(({ place }) => place);
      forEach(chapters, (tree, { place, draft }) => resolveLinks(tree, place, places, draft.report));
    },
  },
  {
    name: "name-index-terms",
    needs: ["resolve-links"],
    why: "The ids of marks for the index are made for the whole publication, and get no prefix.",
    run: ({ chapters }) => {
      const taken = idsOf(chapters);
      forEach(chapters, (tree, { draft }) => nameTerms(tree, draft.language, taken));
    },
  },
  {
    name: "plan-glossary",
    why: "Its ids are the same in all editions, whatever an edition leaves out.",
    run: (publication) => {
      const { chapters, context } = publication;
      const taken = [...chapters.map(({ slug }) => slug), ...idsOf(chapters)];
      publication.glossary = context.glossary && planGlossary(context.glossary, taken);
    },
  },
  {
    name: "resolve-cross-references",
    needs: ["caption-figures", "mark-boxes", "draw-formulas", "resolve-links", "plan-glossary"],
    why: "What they lead to has its kind and its id in the publication.",
    run: ({ chapters, glossary }) => {
      const referred = chapters.map(({ draft: { title }, place, trees }) => ({ title, place, trees }));
      const targets = collectTargets(referred, glossary?.id);
      forEach(chapters, (tree, { draft, place }) =>
        resolveCrossReferences(tree, { place, language: draft.language }, targets, draft.report),
      );
    },
  },
  {
    name: "check-editions",
    needs: ["resolve-links", "resolve-cross-references"],
    why: "Every link has its target.",
    run: ({ chapters }) => checkEditions(chapters),
  },
  {
    name: "remember-origins",
    needs: ["caption-figures", "draw-formulas"],
    why: "What takes the place of an element comes from where that was written.",
    run: ({ chapters }) => forEach(chapters, (tree, { draft }) => rememberOrigins(tree, draft.source)),
  },
  {
    name: "name-blocks",
    needs: ["caption-figures", "draw-formulas"],
    why: "The blocks of the text have the same names in all editions.",
    run: ({ chapters }) => nameBlocks(chapters.flatMap(({ trees }) => trees.flatMap(({ children }) => children))),
  },
];

function forEach(chapters: readonly JoinedChapter[], run: (tree: Root, chapter: JoinedChapter) => void): void {
  for (const chapter of chapters) for (const tree of chapter.trees) run(tree, chapter);
}

function idsOf(chapters: readonly JoinedChapter[]): Set<string> {
  return new Set(chapters.flatMap(({ place }) => [...place.ids]));
}

/** Makes a callout with an id a numbered box: "Box 2. Before you apply". */
function markBoxes(tree: Root): void {
  visit(tree, "element", (node: Element) => {
    const isBox = classesOf(node).includes("callout") && !classesOf(node).includes("callout-key");
    if (node.tagName === "aside" && isBox && node.properties.id !== undefined) setData(node, { numbered: "box" });
  });
}

/** Stores the source position of every element, so that findings in finished files can be traced back. */
function rememberOrigins(tree: Root | Element, source: JoinedText): void {
  visit(tree, "element", (node) => {
    if (!node.position) return;
    const { file, position } = source.locate(node.position);
    if (!position) return;
    const { line, column } = position.start;
    const origin: SourceOrigin = { file: file.shown, line, column };
    node.data = { ...node.data, origin } as ElementData;
  });
}
