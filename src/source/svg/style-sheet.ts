import { type Atrule, type CssNode, generate, type List, type ListItem, parse, walk } from "css-tree";

/** At-rules that affect appearance. `@import` fetches; the others mean nothing in a drawing. */
const allowed = new Set(["media", "supports", "font-face", "keyframes", "layer", "container", "property"]);

/** Functions whose strings are addresses (CSS Images 4, CSS Values 4). */
const fetching = new Set(["image-set", "-webkit-image-set", "image", "src", "cross-fade", "-webkit-cross-fade"]);

/** Cleaned CSS, and whether a reference to something outside the drawing was removed. */
export interface CleanStyle {
  readonly css: string;
  readonly isChanged: boolean;
}

/** Removes only the rules and declarations of a style sheet that fetch. */
export function cleanStyleSheet(text: string): CleanStyle {
  return cleanAs("stylesheet", text);
}

/** Removes declarations that fetch from a `style` attribute. */
export function cleanDeclarations(text: string): CleanStyle {
  return /[\\(@<!]/.test(text) ? cleanAs("declarationList", text) : { css: text, isChanged: false };
}

function cleanAs(context: "stylesheet" | "declarationList", text: string): CleanStyle {
  try {
    const tree = parse(text, { context, parseCustomProperty: true });
    const isChanged = clean(tree);
    return { css: isChanged || text.includes("\\") ? generate(tree) : text, isChanged };
  } catch {
    // Nested too deeply for hand-written CSS.
    return { css: "", isChanged: true };
  }
}

/** Reports whether the value of an attribute such as `fill` fetches something. */
export function isFetching(value: string): boolean {
  if (!/[\\(]/.test(value)) return false;
  try {
    return holdsFetch(parse(value, { context: "value" }));
  } catch {
    // Not a CSS value, for example a path; readers may still guess at its meaning.
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
        // Browsers ignore what cannot be parsed, but other readers may guess.
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
  return allowed.has(plain);
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

/** Reports whether an address is a fragment of the drawing, or embedded data. */
function isInside(address: string): boolean {
  return (
    address.startsWith("#") || /^data:(?:image\/(?:png|jpeg|gif|webp)|font\/|application\/(?:x-)?font)/i.test(address)
  );
}
