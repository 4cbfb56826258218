import { fromXml } from "xast-util-from-xml";
import { toXml } from "xast-util-to-xml";
import type { Element, Root } from "xast";
import { diagnostic, type SourceLocation } from "../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";

/** Elements that draw or describe (SVG 2); what scripts, embeds, links out or animates is not among them. */
const drawing = new Set(
  `svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath
  linearGradient radialGradient stop pattern clipPath mask marker style switch image filter feBlend feColorMatrix
  feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight feDropShadow
  feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset fePointLight
  feSpecularLighting feSpotLight feTile feTurbulence`.split(/\s+/),
);

/** An SVG file without anything that runs or reaches out; each kind of thing taken out is reported once. */
export function sanitiseSvg(text: string, address: string, spot: SourceLocation): Outcome<string> {
  let tree: Root;
  try {
    // Internal entities could multiply or read files; drawing programs do not need them.
    tree = fromXml(text.replace(/^\uFEFF/, "").replace(/<!DOCTYPE[^>[]*(\[[^\]]*\])?[^>]*>/i, ""));
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const reason = cause instanceof Error ? cause.message.split("\n")[0] : String(cause);
    return fail(
      diagnostic("imageReadable", `"${address}" is not well-formed SVG: ${reason}.`, "Export the drawing again.", spot),
    );
  }
  const dropped = new Set<string>();
  const root = tree.children.find((child) => child.type === "element");
  if (root) clean(root, dropped);
  const diagnostics = Array.from(dropped, (what) =>
    diagnostic("svgSafe", `"${address}" holds ${what}, which was left out.`, "Export the drawing as plain SVG.", spot),
  );
  return succeed(toXml({ ...tree, children: tree.children.filter((child) => child.type === "element") }), diagnostics);
}

function clean(element: Element, dropped: Set<string>): void {
  for (const [name, value] of Object.entries(element.attributes)) {
    // Editors' own attributes draw nothing: they go without a word.
    if (name.includes(":") && !/^(xml:(lang|space)|xlink:href|xmlns:.*)$/.test(name)) {
      delete element.attributes[name];
      continue;
    }
    const reason = unsafeAttribute(element, name, value ?? "");
    if (reason === undefined) continue;
    dropped.add(reason);
    delete element.attributes[name];
  }
  if (localName(element) === "style") {
    // As a browser reads it: what stands on both sides of a comment is one text.
    const pieces = element.children.filter((child) => child.type === "text" || child.type === "cdata");
    const css = pieces.map(({ value }) => value).join("");
    element.children = isSafeStyle(css, dropped) ? [{ type: "text", value: css }] : [];
    return;
  }
  element.children = element.children.filter((child) => {
    if (child.type === "text" || child.type === "cdata") return true;
    if (child.type !== "element") return false;
    // Editors' own elements (`sodipodi:namedview`) draw nothing: they go without a word.
    if (child.name.includes(":") && !child.name.startsWith("svg:")) return false;
    if (!drawing.has(localName(child))) {
      dropped.add(`the element <${child.name}>`);
      return false;
    }
    clean(child, dropped);
    return true;
  });
}

function localName(element: Element): string {
  return element.name.replace(/^svg:/, "");
}

function unsafeAttribute(element: Element, name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return "an event handler";
  const isAddress = name === "href" || name === "xlink:href";
  const innerPicture = localName(element) === "image" && /^data:image\/(png|jpeg|gif|webp);base64,/i.test(value);
  if (isAddress && !value.startsWith("#") && !innerPicture) return "an address outside the drawing";
  if (hasOuterUrl(value) || (name === "style" && /@import|image-set\(|expression\(/i.test(value)))
    return "an address outside the drawing";
  return undefined;
}

function isSafeStyle(css: string, dropped: Set<string>): boolean {
  if (!hasOuterUrl(css) && !/@import|image-set\(/i.test(css)) return true;
  dropped.add("a style sheet with an address outside the drawing");
  return false;
}

/** CSS escapes could spell anything, so a value with one is taken for the worst. */
function hasOuterUrl(value: string): boolean {
  return /\\|url\((?!\s*["']?(?:#|data:image\/|data:font\/))/i.test(value);
}
