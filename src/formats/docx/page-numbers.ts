import type { IXmlableObject, PageNumberEstimator } from "docx";
import { estimatePageNumbersWith } from "docx/layout";
import { limits } from "../../model/limits.ts";

const layOut = estimatePageNumbersWith({ guess: true });

/**
 * Returns what works out the page numbers of one document: a layout by Word's rules with the widths of its fonts.
 * `isSure` tells afterwards whether it had to guess nothing.
 */
export function wordPages(): { readonly estimator: PageNumberEstimator; readonly isSure: () => boolean } {
  let sure = true;
  const estimator: PageNumberEstimator = (body, context) => {
    const text = JSON.stringify(body);
    const estimate = text.length > limits.wordLayout ? unknownPages(text) : tryLayout(body, context, text);
    sure &&= estimate.guesses?.length === 0;
    return estimate;
  };
  // The numbers of headings in a contents list, which need no layout.
  const listNumbers: NonNullable<PageNumberEstimator["listNumbers"]> = (body, context) =>
    JSON.stringify(body).length > limits.wordLayout ? new Map() : (layOut.listNumbers?.(body, context) ?? new Map());
  return { estimator: Object.assign(estimator, { listNumbers }), isSure: () => sure };
}

type Layout = Parameters<PageNumberEstimator>;

function tryLayout(body: IXmlableObject, context: Layout[1], text: string): ReturnType<PageNumberEstimator> {
  try {
    return layOut(body, context);
  } catch {
    // A document without page numbers is better than none.
    return unknownPages(text);
  }
}

/** The contents list has no numbers until they are updated; a cross-reference has an ellipsis in its brackets. */
function unknownPages(text: string): ReturnType<PageNumberEstimator> {
  const places = [...text.matchAll(/PAGEREF (o_[^\s"\\]+)/g)].map(([, name = ""]) => name);
  return { bookmarks: new Map(places.map((name) => [name, "…"])) };
}
