import { type Atrule, type CssNode, generate, type List, type ListItem, parse, walk } from "css-tree";

/** At-rules that say how a drawing looks. `@import` fetches; the others have no meaning in a drawing. */
const kept = new Set(["media", "supports", "font-face", "keyframes", "layer", "container", "property"]);

/** Functions whose strings are addresses (CSS Images 4, CSS Values 4). */
const fetching = new Set(["image-set", "-webkit-image-set", "image", "src", "cross-fade", "-webkit-cross-fade"]);

/** What CSS draws inside a drawing, and whether something outside it had to go. */
export interface CleanStyle {
  readonly css: string;
  readonly isChanged: boolean;
}

/** A style sheet without what fetches: of it only those rules and declarations go. */
export function cleanStyleSheet(text: string): CleanStyle {
  return cleanAs("stylesheet", text);
}

/** The value of a `style` attribute without what fetches. */
export function cleanDeclarations(text: string): CleanStyle {
  return /[\\(@<!]/.test(text) ? cleanAs("declarationList", text) : { css: text, isChanged: false };
}

function cleanAs(context: "stylesheet" | "declarationList", text: string): CleanStyle {
  try {
    const tree = parse(text, { context, parseCustomProperty: true });
    const isChanged = clean(tree);
    return { css: isChanged || text.includes("\\") ? generate(tree) : text, isChanged };
  } catch {
    // Nested too deeply, by no person.
    return { css: "", isChanged: true };
  }
}

/** Whether the value of an attribute such as `fill` fetches something. */
export function isFetching(value: string): boolean {
  if (!/[\\(]/.test(value)) return false;
  try {
    return holdsFetch(parse(value, { context: "value" }));
  } catch {
    // No value of CSS, as a path is none; a reader may guess at what is in it.
    return /\\|url|src|image/i.test(value.replaceAll(/url\(\s*["']?#[^()"'\\]*["']?\s*\)/g, ""));
  }
}

function clean(tree: CssNode): boolean {
  let isChanged = false;
  walk(tree, {
    leave(node: CssNode, item: ListItem<CssNode>, list: List<CssNode> | null) {
      if (node.type === "Atrule" && !isKept(node)) {
        isChanged ||= node.name.toLowerCase() !== "charset";
        list?.remove(item);
      } else if (node.type === "Declaration" && holdsFetch(node)) {
        isChanged = true;
        list?.remove(item);
      } else if (node.type === "Raw" && list && /url|@|\\|src|image/i.test(node.value)) {
        // What cannot be parsed is not applied by a browser either, but another reader may guess.
        isChanged = true;
        list.remove(item);
      }
    },
  });
  return isChanged;
}

function isKept({ name, prelude }: Atrule): boolean {
  const plain = name.toLowerCase().replace(/^-\w+-/, "");
  if (plain === "namespace") {
    const written = prelude ? generate(prelude) : "";
    return /^(?:[\w-]+\s*)?(?:url\()?["']?http:\/\/www\.w3\.org\/[\w/]+["']?\)?$/.test(written);
  }
  return kept.has(plain);
}

function holdsFetch(value: CssNode): boolean {
  let found = false;
  walk(value, (node) => {
    found ||= reachesOut(node);
  });
  return found;
}

function reachesOut(node: CssNode): boolean {
  if (node.type === "Url") return !isInside(node.value);
  if (node.type === "Raw") return /url\s*\(|src\s*\(|image|\\/i.test(node.value);
  if (node.type !== "Function") return false;
  const name = node.name.toLowerCase();
  return name === "expression" || name.includes("\\") || (fetching.has(name) && node.children.some(isAddress));
}

function isAddress(node: CssNode): boolean {
  return node.type === "String" && !isInside(node.value);
}

/** A part of the drawing, or bytes that it carries. */
function isInside(address: string): boolean {
  return (
    address.startsWith("#") || /^data:(?:image\/(?:png|jpeg|gif|webp)|font\/|application\/(?:x-)?font)/i.test(address)
  );
}
