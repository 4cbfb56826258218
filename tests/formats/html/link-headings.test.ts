import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { expect, test } from "vitest";
import { linkHeadings } from "../../../src/formats/html/link-headings.ts";
import { messagesFor } from "../../../src/i18n/messages.ts";

test("the link of a heading is called after it: a formula once and not as TeX, without the number of a note", () => {
  const formula = `<math><semantics><msup><mi>y</mi><mn>2</mn></msup><annotation encoding="application/x-tex">y^2</annotation></semantics></math>`;
  const note = `<sup><a role="doc-noteref" href="#note.1">1</a></sup>`;
  const tree = fromHtml(`<h2 id="a">Cost<br>of ${formula}${note}</h2>`, { fragment: true });
  linkHeadings(tree, messagesFor("en"));
  expect(toHtml(tree)).toContain(`aria-label="Link to “Cost of y²”"`);
});
