import type { Code } from "mdast";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { type Outcome, succeed } from "../../model/outcome.ts";
import type { Drawing, Drawn } from "../illustrate-block.ts";
import { textsWithoutGlyphs } from "../text-to-paths.ts";
import { linesOf, shortText } from "./describe.ts";
import { forLargePrint } from "./for-large-print.ts";
import { readDiagram } from "./read-diagram.ts";

/** Turns a fenced block with a diagram into a picture with its texts. */
export async function illustrateDiagram(block: Code, address: string, drawing: Drawing): Promise<Outcome<Drawn>> {
  const { diagram, text } = readDiagram(block, drawing.file);
  const look = await drawing.look(`${block.value}${printable}`);
  if (!look.ok) return look;
  const drawn = await drawing.drawDiagram(diagram, look.value);
  if (!drawn.ok) return drawn;
  const lines = linesOf(drawn.value);
  const place = { file: drawing.file, position: block.position };
  const { caption = "", alt, id } = text;
  const diagnostics = [];
  if (alt === undefined) {
    const line = diagram.language === "mermaid" ? "accDescr: What it shows" : "//| alt: What it shows";
    const message = "This diagram has no description; a list of its parts is used instead.";
    diagnostics.push(diagnostic("diagramDescribed", message, `Add a line to it: ${line}.`, place));
  }
  const strange = textsWithoutGlyphs(drawn.value.svg).map((shown) => `"${shown}"`);
  if (strange.length > 0) {
    const message = `The template's fonts have no glyphs for ${strange.join(", ")}; readers see a font of their device.`;
    diagnostics.push(
      diagnostic("chartGlyphs", message, "Add a font that has these characters, or replace them.", place),
    );
  }
  const large = drawing.isLarge
    ? await forLargePrint(diagram, drawn.value.svg, look.value, drawing.drawDiagram)
    : undefined;
  if (large?.isSmall) {
    const share = Math.round(large.scale * 100);
    const message = `In large print the words of this diagram are only ${share}% as large as the text.`;
    const hint = "Divide it, draw it from top to bottom, or shorten the words. Its parts stand below it as a list.";
    diagnostics.push(diagnostic("diagramLegible", message, hint, place));
  }
  const summary = alt ?? (shortText(lines) || caption);
  const illustration = { address, summary, caption, source: undefined, id, facts: [], table: undefined, lines };
  return succeed(
    { illustration, svg: drawn.value.svg, ...(large?.svg !== undefined && { large: large.svg }) },
    diagnostics,
  );
}

/** Printable ASCII: characters that a drawing may add. */
const printable = `${String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index))}…×±≥≤«»`;
