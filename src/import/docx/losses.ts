import { titleProperty } from "./properties.ts";
import { allElements, type Parts, textIn, readPart } from "./parts.ts";
import { isHidden } from "./unwrap.ts";

interface Loss {
  readonly message: string;
  readonly hint: string;
}

/** Returns what is left out of a Word document, each with what to do about it. */
export function findLosses(parts: Parts): Loss[] {
  const text = new TextDecoder().decode(parts["word/document.xml"]);
  const losses: Loss[] = [];
  const lose = (message: string, hint: string): void => void losses.push({ message, hint });
  if (parts["word/comments.xml"] && /<w:commentReference\b/.test(text)) {
    lose("The comments of the document are left out.", "Resolve them in the document.");
  }
  if (/<w:(?:ins|del|moveFrom|moveTo)[ >]/.test(text)) {
    lose("Tracked changes are taken as accepted.", "Accept or reject them in the document.");
  }
  if (hasHiddenText(parts)) lose("Hidden text is left out.", "Show it in the document, if readers need it.");
  if (/<w:altChunk\b/.test(text)) {
    lose(
      "A part of the document in another file is left out.",
      "Open the document in Word and save it again: Word takes it in.",
    );
  }
  // A running head that repeats the title, or a line of the text, is no loss.
  const content = `${text.replaceAll(/<[^>]+>/g, "")}\n${titleProperty(parts) ?? ""}`;
  const furniture = Object.keys(parts).filter((path) => /^word\/(?:header|footer)\d*\.xml$/.test(path));
  const hasWords = furniture.some((path) => {
    const tree = readPart(parts, path);
    const words = tree
      ? textIn(tree)
          .replaceAll(/\b(?:PAGE|NUMPAGES|MERGEFORMAT)\b/g, "")
          .trim()
      : "";
    return /\p{L}{2}/u.test(words) && !content.includes(words);
  });
  if (hasWords)
    lose("Headers and footers are left out: each edition has its own.", "Write what readers need into the text.");
  const objects = (text.match(/<(?:c:chart|dgm:relIds|o:OLEObject)[ >]/g) ?? []).length;
  if (objects > 0) {
    const what =
      objects === 1
        ? "A chart, a diagram or an embedded object is"
        : `${objects} charts, diagrams or embedded objects are`;
    lose(`${what} left out.`, "Save each as a picture, and put that into the text.");
  }
  return losses;
}

function hasHiddenText(parts: Parts): boolean {
  const tree = readPart(parts, "word/document.xml");
  return tree !== undefined && allElements(tree, "w:r").some(isHidden);
}
