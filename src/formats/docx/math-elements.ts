import { BuilderElement, type XmlComponent } from "docx";
import type { Element } from "hast";
import { toString } from "hast-util-to-string";

/** An Office Math element. */
export type Part = XmlComponent;

export function limit(name: string, base: readonly Part[], mark: readonly Part[]): Part {
  return element(name, [element("m:e", base), element("m:lim", mark)]);
}

export function bar(position: string, content: readonly Part[]): Part {
  return element("m:bar", [element("m:barPr", [value("m:pos", position)]), element("m:e", content)]);
}

export function radical(properties: readonly Part[], degree: readonly Part[], content: readonly Part[]): Part {
  return element("m:rad", [
    ...(properties.length > 0 ? [element("m:radPr", properties)] : []),
    element("m:deg", degree),
    element("m:e", content),
  ]);
}

export function delimited(open: string, close: string, content: readonly Part[]): Part {
  return element("m:d", [
    element("m:dPr", [value("m:begChr", open), value("m:endChr", close)]),
    element("m:e", content),
  ]);
}

/** Returns a formula's text; style `p` is upright, `text` is normal text. */
export function run(content: Element | string, style: "p" | "text" | undefined): Part {
  const text = typeof content === "string" ? content : toString(content).replaceAll("\u00a0", " ");
  const property = style === "text" ? [value("m:nor", "1")] : style === undefined ? [] : [value("m:sty", style)];
  const font = new BuilderElement({
    name: "w:rFonts",
    attributes: { ascii: { key: "w:ascii", value: "Cambria Math" }, hAnsi: { key: "w:hAnsi", value: "Cambria Math" } },
  });
  return element("m:r", [
    ...(property.length > 0 ? [element("m:rPr", property)] : []),
    ...(style === "text" ? [] : [element("w:rPr", [font])]),
    new BuilderElement({
      name: "m:t",
      attributes: { space: { key: "xml:space", value: "preserve" } },
      children: [text as unknown as Part],
    }),
  ]);
}

export function element(name: string, children: readonly Part[]): Part {
  return new BuilderElement({ name, children });
}

export function value(name: string, content: string): Part {
  return new BuilderElement({ name, attributes: { value: { key: "m:val", value: content } } });
}

export function signOf(node: Element): string {
  return toString(node).trim();
}

/** The strokes of a `borderBox` (ECMA-376, part 1, 22.1.2.11), by the class of what is struck out. */
const strokes: Readonly<Record<string, readonly string[]>> = {
  "tml-box": [],
  "tml-stroke": ["m:strikeH"],
  "tml-stroke-up": ["m:strikeBLTR"],
  "tml-stroke-down": ["m:strikeTLBR"],
  "tml-stroke-cross": ["m:strikeBLTR", "m:strikeTLBR"],
};

/** Returns content in a frame or struck out, as its classes ask for. */
export function enclosed(classes: readonly string[], content: readonly Part[]): Part[] {
  const [name] = classes.filter((entry) => Object.hasOwn(strokes, entry));
  if (name === undefined) return [...content];
  const hidden = name === "tml-box" ? [] : ["m:hideTop", "m:hideBot", "m:hideLeft", "m:hideRight"];
  const properties = [...hidden, ...(strokes[name] ?? [])].map((property) => value(property, "1"));
  const described = properties.length > 0 ? [element("m:borderBoxPr", properties)] : [];
  return [element("m:borderBox", [...described, element("m:e", content)])];
}
