import sharp from "sharp";
import type { Element } from "xast";
import { x } from "xastscript";
import type { Book } from "../../model/book.ts";
import { property } from "./metadata.ts";
import { elementsOf } from "./xml.ts";

/** What was found in the finished documents. */
export interface Findings {
  /** Pictures and drawings that say something, and whether each of them says it in words too. */
  readonly hasPictures: boolean;
  readonly allDescribed: boolean;
  /** Pictures that move. */
  readonly moves: boolean;
  readonly hasTables: boolean;
  /** Every table names its columns or rows. */
  readonly tablesHaveHeaders: boolean;
  readonly hasHeadings: boolean;
  readonly hasFormulas: boolean;
}

/**
 * Look at the documents as a reader will get them. The cover is left out, as EPUB Accessibility has it: it adds nothing
 * to the text. A picture without words counts as described only if the author called it decorative.
 */
export async function examine(book: Book): Promise<Findings> {
  const elements = book.documents.filter(({ kind }) => kind !== "cover").flatMap(({ tree }) => elementsOf(tree));
  const named = (name: string): Element[] => elements.filter((element) => element.name === name);
  const pictures = [...named("img"), ...named("svg")].filter((picture) => !isDecorative(picture));
  const tables = named("table");
  return {
    hasPictures: pictures.length > 0,
    allDescribed: pictures.every(
      (picture) => (picture.attributes["alt"] ?? picture.attributes["aria-label"] ?? "") !== "",
    ),
    moves: (await Promise.all(book.files.map(isAnimated))).includes(true),
    hasTables: tables.length > 0,
    tablesHaveHeaders: tables.every((table) => elementsOf(table).some((element) => element.name === "th")),
    hasFormulas: named("math").length > 0,
    hasHeadings: elements.some((element) => /^h[2-6]$/.test(element.name)),
  };
}

function isDecorative({ attributes }: Element): boolean {
  return attributes["alt"] === "" && (attributes["class"] ?? "").split(/\s+/).includes("decorative");
}

async function isAnimated({ mediaType, bytes }: Book["files"][number]): Promise<boolean> {
  if (!["image/gif", "image/webp"].includes(mediaType)) return false;
  const { pages = 1 } = await sharp(bytes).metadata();
  return pages > 1;
}

/** The schema.org terms that EPUB Accessibility 1.1, §2.2 asks for, each only where the findings bear it out. */
export function accessibilityMetadata(found: Findings): Element[] {
  const textIsEnough = found.allDescribed;
  const features = [
    "tableOfContents",
    "readingOrder",
    "displayTransformability",
    ...(found.hasHeadings ? ["structuralNavigation"] : []),
    ...(found.hasPictures && found.allDescribed ? ["alternativeText"] : []),
    ...(found.hasFormulas ? ["MathML"] : []),
  ];
  const hazards = found.moves ? ["unknownFlashingHazard", "unknownMotionSimulationHazard", "noSoundHazard"] : ["none"];
  return [
    property("schema:accessMode", "textual"),
    ...(found.hasPictures ? [property("schema:accessMode", "visual")] : []),
    ...(textIsEnough ? [property("schema:accessModeSufficient", "textual")] : []),
    ...(found.hasPictures ? [property("schema:accessModeSufficient", "textual,visual")] : []),
    ...features.map((feature) => property("schema:accessibilityFeature", feature)),
    ...hazards.map((hazard) => property("schema:accessibilityHazard", hazard)),
    x("meta", { property: "schema:accessibilitySummary", "xml:lang": "en" }, summarise(found)),
    ...(conforms(found)
      ? [
          x(
            "meta",
            { property: "dcterms:conformsTo", id: "conformance" },
            "EPUB Accessibility 1.1 - WCAG 2.1 Level AA",
          ),
          x("meta", { property: "a11y:certifiedBy", refines: "#conformance" }, "Offprint"),
        ]
      : []),
  ];
}

/** What a program can see of WCAG holds, and nothing is there that only a person could judge. */
function conforms({ allDescribed, tablesHaveHeaders, moves }: Findings): boolean {
  return allDescribed && tablesHaveHeaders && !moves;
}

function summarise(found: Findings): string {
  const sentences = [
    "The text reflows and keeps its reading order; headings, lists, notes and their return links are marked up.",
    found.hasPictures && found.allDescribed && "Every picture that carries meaning has a description.",
    found.hasPictures && !found.allDescribed && "Some pictures have no description.",
    found.hasTables && found.tablesHaveHeaders && "Tables have header cells.",
    found.hasTables && !found.tablesHaveHeaders && "Some tables have no header cells.",
    found.moves && "Some pictures move.",
    "This was found by a program; descriptions were written by the author.",
  ];
  return sentences.filter((sentence) => sentence !== false).join(" ");
}
