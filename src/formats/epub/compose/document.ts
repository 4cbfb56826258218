import type { ElementContent, Root } from "hast";
import { toXast } from "hast-util-to-xast";
import type { Element as XmlElement } from "xast";
import { fromXml } from "xast-util-from-xml";
import { toXml } from "xast-util-to-xml";
import { directionOf } from "../../../config/metadata.ts";
import { diagnostic } from "../../../diagnostics/diagnostic.ts";
import type { BookDocument, BookDocumentKind } from "../../../model/book.ts";
import { fail, type Outcome, succeed } from "../../../model/outcome.ts";
import { legalXml } from "../../../model/xml.ts";
import { fillLayout, type Template } from "../../../template/load.ts";
import { takeOrigins } from "./origins.ts";

/** A document before it is rendered with the layout. */
export interface DocumentDraft {
  readonly path: string;
  readonly title: string;
  /** BCP 47; only if it differs from the book's. */
  readonly language?: string | undefined;
  readonly kind: BookDocumentKind;
  /** The `epub:type` of the document's body. */
  readonly semantics: string;
  /** XHTML, without the `body` element. */
  readonly body: string;
}

/** Renders a document with the template's layout, which must produce well-formed XML. */
export function fillDocument(
  template: Template,
  view: Readonly<Record<string, unknown>>,
  draft: DocumentDraft,
): Outcome<BookDocument> {
  const { path, title, kind, semantics, body, language } = draft;
  const own = language === undefined ? {} : { language, direction: directionOf(language) };
  const { layout } = template.settings.book;
  const laidOut = fillLayout(template, layout, { ...view, ...own, document_title: title, kind, semantics, body });
  if (!laidOut.ok) return laidOut;
  try {
    const tree = fromXml(legalXml(laidOut.value));
    takeOrigins(tree);
    return succeed({ path, title, kind, tree }, laidOut.diagnostics);
  } catch (error) {
    const { cause, message } = error as Error;
    const reason = (cause instanceof Error ? cause.message : message).split("\n")[0] ?? "";
    const file = `templates/${template.name}/${layout}`;
    return fail(
      diagnostic("templateRenders", `The layout "${layout}" does not give well-formed XML: ${reason}.`, undefined, {
        file,
      }),
    );
  }
}

/** Serialises hast as XHTML, without the namespace that the document declares for it. */
export function toXhtml(children: readonly (Root["children"][number] | ElementContent)[]): string {
  const body = { type: "element", tagName: "body", properties: {}, children: [...children] } as const;
  const { children: content } = toXast(body as Root["children"][number]) as XmlElement;
  return legalXml(toXml(content));
}
