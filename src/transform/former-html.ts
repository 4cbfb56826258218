import type { Element, ElementContent, Root } from "hast";
import { SKIP, visit } from "../model/visit.ts";
import { isElement, textOf } from "./hast.ts";

/** Presentational attributes (https://html.spec.whatwg.org/#non-conforming-features). */
const presentational = (
  "align background bgColor border cellPadding cellSpacing clear color compact face frameBorder hSpace loading noShade " +
  "noWrap rel rules size target vAlign vSpace"
).split(" ");
const cells = ["td", "th"];

/** Presentational or renamed elements. */
const renamed: Readonly<Record<string, string>> = {
  acronym: "abbr",
  big: "span",
  center: "div",
  font: "span",
  strike: "del",
  tt: "code",
};

/** Converts obsolete HTML, as found in READMEs, to current HTML. Only formatting is lost, so nothing is reported. */
export function renewFormerHtml(tree: Root): void {
  visit(tree, "element", (node, index, parent) => {
    node.tagName = renamed[node.tagName] ?? node.tagName;
    nameAnchor(node);
    if (node.tagName === "ruby") pairReadings(node);
    for (const name of presentational) {
      if (name !== "align" || !cells.includes(node.tagName)) delete node.properties[name];
    }
    if (node.tagName !== "picture" || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1, ...node.children.filter((child) => !isElement(child, "source")));
    return [SKIP, index];
  });
}

/** Turns `<a name="x">` into an id. */
function nameAnchor({ tagName, properties }: Element): void {
  const { name } = properties;
  if (tagName !== "a" || typeof name !== "string" || name === "") return;
  properties.id ??= name;
  delete properties["name"];
}

/** Converts ruby of HTML 5.0, with separate bases and readings (`rb`, `rtc`), to bases followed by their readings. */
function pairReadings(ruby: Element): void {
  if (!ruby.children.some((child) => isElement(child, "rb") || isElement(child, "rtc"))) return;
  const parts = ruby.children.flatMap((child): ElementContent[] => {
    if (!isElement(child, "rtc")) return [child];
    const readings = child.children.filter((candidate) => isElement(candidate, "rt"));
    return readings.length > 0 ? readings : [{ ...child, tagName: "rt" }];
  });
  const paired: ElementContent[] = [];
  let bases: ElementContent[][] = [];
  let readings: ElementContent[] = [];
  const pair = (): void => {
    // One reading covers all preceding bases.
    if (readings.length === 1) bases = [bases.flat()];
    for (let index = 0; index < Math.max(bases.length, readings.length); index += 1) {
      paired.push(...(bases[index] ?? []), ...readings.slice(index, index + 1));
    }
    [bases, readings] = [[], []];
  };
  for (const part of parts) {
    const name = part.type === "element" ? part.tagName : "";
    if (name === "rt") readings.push(part);
    else if (name !== "rp" && textOf(part).trim() !== "") {
      if (readings.length > 0) pair();
      if (part.type === "element" && name === "rb") bases.push(part.children);
      // A base may contain text and elements.
      else bases.splice(-1, 1, [...(bases.at(-1) ?? []), part]);
    }
  }
  pair();
  ruby.children = paired;
}
