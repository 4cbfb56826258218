import type { Root } from "xast";
import { toXml } from "xast-util-to-xml";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import { cleanSvg, type Findings } from "./svg/clean-svg.ts";
import { embeddedDrawing } from "./svg/data-address.ts";
import { decodeXml } from "./svg/decode-svg.ts";
import { isTooCostly } from "./svg/drawing-cost.ts";
import { isSvg, namespaces, parseSvg, TooComplex } from "./svg/parse-svg.ts";
import { renameIds } from "./svg/rename-ids.ts";
import sharp from "sharp";
import { limits } from "../model/limits.ts";

/**
 * Rewrites an SVG file with only its drawing elements and attributes, by namespace and name, and with valid, unique
 * ids. Each kind of removed content is reported once. Returns `undefined` for bytes that are not SVG.
 */
export async function sanitiseSvg(
  bytes: Uint8Array,
  address: string,
  location: SourceLocation,
): Promise<Outcome<string> | undefined> {
  const decoded = decodeXml(bytes);
  if (!decoded || !isSvg(decoded.text)) return undefined;
  const findings: Findings = new Set();
  if (decoded.isGuessed) findings.add("bytes that are not in its encoding, and was read as Windows-1252");
  if (/<\?xml-stylesheet\s/.test(decoded.text)) findings.add("a style sheet in another file, which was left out");
  try {
    const { drawing, dropped } = await dropBrokenPictures(writeAnew(decoded.text, findings, 0));
    if (dropped > 0) findings.add("a picture that cannot be decoded, which was left out");
    const hint = "Export the drawing as plain SVG.";
    const diagnostics = Array.from(findings, (what) =>
      diagnostic("svgSafe", `"${address}" holds ${what}.`, hint, location),
    );
    return succeed(drawing, diagnostics);
  } catch (error) {
    if (error instanceof TooComplex) {
      const hint = "Simplify the drawing, or save it as a PNG picture.";
      return fail(diagnostic("imageSize", `"${address}" has ${error.message}.`, hint, location));
    }
    const message = `"${address}" is not well-formed SVG: ${reasonOf(error)}.`;
    return fail(diagnostic("imageReadable", message, "Export the drawing again.", location));
  }
}

function writeAnew(text: string, findings: Findings, depth: number): string {
  const inner = (address: string): string | undefined => {
    const drawing = embeddedDrawing(address);
    if (drawing === undefined || depth > 0 || !isSvg(drawing)) return undefined;
    const clean = writeAnew(drawing, findings, depth + 1);
    return `data:image/svg+xml;base64,${Buffer.from(clean).toString("base64")}`;
  };
  const root = cleanSvg(parseSvg(text), { findings, inner });
  renameIds(root);
  if (isTooCostly(root)) throw new TooComplex("parts that repeat each other without end");
  const { attributes } = root;
  root.attributes = { xmlns: namespaces.svg, "xmlns:xlink": namespaces.xlink, ...attributes };
  const tree: Root = { type: "root", children: [root] };
  return toXml(tree, { closeEmptyElements: true, tightClose: true });
}

function reasonOf(error: unknown): string {
  if (error instanceof RangeError) return "its elements are nested too deeply";
  const [first = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
  return first.replace(/\.$/, "");
}

/** Removes embedded images that cannot be decoded or are too large, and returns their number. */
async function dropBrokenPictures(drawing: string): Promise<{ drawing: string; dropped: number }> {
  const broken = new Set<string>();
  for (const [, address = ""] of drawing.matchAll(reference)) {
    if (!address.includes("svg+xml") && !(await isDecodable(address))) broken.add(address);
  }
  const clean =
    broken.size === 0
      ? drawing
      : drawing.replaceAll(reference, (all, address: string) => (broken.has(address) ? "" : all));
  return { drawing: clean, dropped: broken.size };
}

const reference = / xlink:href="(data:image\/[^"]*)"/g;

async function isDecodable(address: string): Promise<boolean> {
  try {
    const bytes = Buffer.from(address.slice(address.indexOf(",") + 1), "base64");
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return width * height <= limits.imagePixels;
  } catch {
    return false;
  }
}
