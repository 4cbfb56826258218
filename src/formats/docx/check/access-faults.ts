import type { WordPackage } from "./package-parts.ts";

/** Checks what screen reader users need in every document: text, a title, a language, image descriptions. */
export function accessFaults({ elements }: WordPackage): string[] {
  const document = elements.get("word/document.xml") ?? [];
  const styles = elements.get("word/styles.xml") ?? [];
  const title = elements.get("docProps/core.xml")?.find(({ name }) => name === "dc:title");
  const pictures = document.filter(({ name, attributes }) => name === "wp:docPr" && attributes["descr"] === undefined);
  return [
    ...(document.length === 0 ? ["There is no text. (ECMA-376, 11.3.10)"] : []),
    ...(title && valueOf(title.children) !== "" ? [] : ["The document has no title. (WCAG 2.2, 2.4.2)"]),
    ...(styles.some(({ name, attributes }) => name === "w:lang" && attributes["w:val"])
      ? []
      : ["The document has no language. (WCAG 2.2, 3.1.1)"]),
    ...pictures.map(() => "A picture has no description. (WCAG 2.2, 1.1.1)"),
  ];
}

function valueOf(children: readonly { readonly type: string; readonly value?: string }[]): string {
  return children.map(({ value = "" }) => value).join("");
}
