/** The parts of a document that replace those of the one before it on the same page. */
export interface DocumentParts {
  /** The `@font-face` rules that its style begins with. */
  readonly faces: string;
  /** The rest of its style. */
  readonly style: string;
  /** The document without them. */
  readonly html: string;
}

/** An empty document in which others are shown. Its policy applies no style from their text, as theirs would not. */
export const emptyDocument =
  "<!doctype html>\n<html><head>" +
  `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'none'; font-src data:">` +
  "<title></title></head><body></body></html>";

/**
 * A script that resolves when all fonts are loaded. Margin boxes do not load the fonts that they name: a font that the
 * text does not use would be substituted there.
 */
export const fontsLoaded =
  "Promise.allSettled(Array.from(document.fonts, (face) => face.load())).then(() => undefined)";

/** Characters of the body above which a document is loaded instead: the browser holds it and the one before. */
const mostCharacters = 500_000;

/** What documents that Offprint composes begin with. */
const beginning = new RegExp(
  [
    /^<!doctype html>\s*<html[^>]*>\s*<head>\s*<meta charset="utf-8">/,
    /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/,
    /<title>[^<]*<\/title>\s*$/,
  ]
    .map(({ source }) => source)
    .join(String.raw`\s*`),
);

const [styleStart, styleEnd] = ["<style>", "</style>"];

/** What is loaded after it is inserted, has an effect where it is inserted, or hides a property of `document` by name. */
const late =
  /<(?:audio|base|embed|form|iframe|image|img|input|link|meta|object|picture|script|source|style|template|video)\b|=\s*["']?\s*data:/i;

/**
 * Returns the parts of a document that can be shown without loading it. `undefined` if it was not composed as usual, has
 * images or anything else that the browser loads later.
 */
export function partsOf(document: string): DocumentParts | undefined {
  const start = document.indexOf(styleStart) + styleStart.length;
  const end = document.indexOf(styleEnd, start);
  if (start < styleStart.length || end < 0) return undefined;
  const head = document.slice(0, start - styleStart.length);
  const body = document.slice(end + styleEnd.length);
  if (body.length > mostCharacters || !/^\s*<\/head>\s*<body/.test(body) || late.test(body)) return undefined;
  const [, policy] = beginning.exec(head) ?? [];
  if (policy === undefined || policy.includes("unsafe")) return undefined;
  const faces = document.slice(start, endOfFaces(document, start));
  const style = document.slice(start + faces.length, end);
  return style.includes("url(") ? undefined : { faces, style, html: head + body };
}

/** Returns the end of the `@font-face` rules that begin here. */
function endOfFaces(text: string, start: number): number {
  let end = start;
  while (text.startsWith("@font-face{", end)) {
    end = text.indexOf("}", end) + 1;
    while (text[end] === "\n") end += 1;
  }
  return end;
}

/**
 * Returns a script that shows a document in the empty one, on paper only: what is on no screen is not laid out for one.
 * It resolves when the fonts are loaded; without `faces`, they are those of the document before.
 */
export function exchangeScript(parts: Omit<DocumentParts, "faces"> & Partial<DocumentParts>): string {
  return `(${exchange})(${JSON.stringify(parts)})`;
}

const exchange = `({ faces, style, html }) => {
  const sheet = (text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  };
  const [before] = document.adoptedStyleSheets;
  const hidden = sheet("@media screen { html { display: none !important } }");
  document.adoptedStyleSheets = [faces === undefined ? before : sheet(faces), sheet(style), hidden];
  const next = new DOMParser().parseFromString(html, "text/html");
  const root = document.documentElement;
  for (const name of root.getAttributeNames()) root.removeAttribute(name);
  for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
  document.head.querySelector("title").replaceWith(document.adoptNode(next.head.querySelector("title")));
  document.body.replaceWith(document.adoptNode(next.body));
  return ${fontsLoaded};
}`;
