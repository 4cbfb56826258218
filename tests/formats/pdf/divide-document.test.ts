import { h } from "hastscript";
import { expect, test } from "vitest";
import { divideDocument, divideText } from "../../../src/formats/pdf/compose/divide-document.ts";

const style = ".chapter + .chapter,\n.new-page {\n  break-before: page;\n}";

/** A book of three chapters with so many paragraphs each, and a list of links. */
function book(paragraphs: number) {
  const chapter = (name: string) =>
    h(
      "section",
      { className: ["chapter"] },
      Array.from({ length: paragraphs }, (_, index) => h("p", { id: `${name}${index}` }, name)),
    );
  return h(null, [chapter("a"), "\n", chapter("b"), chapter("c"), h("section", { id: "links" }, "Links")]);
}

test("a long text is divided between chapters; what follows the last stays with it", () => {
  const parts = divideText(book(1_000), style);
  expect(parts.map(({ ids }) => [ids.length, ids[0], ids.at(-1)])).toEqual([
    [1_000, "a0", "a999"],
    [1_000, "b0", "b999"],
    [1_001, "c0", "links"],
  ]);
});

test("a text is whole if it is short, or if its chapters do not begin on new pages", () => {
  expect(divideText(book(400), style)).toHaveLength(1);
  expect(divideText(book(1_000), ".chapter + .chapter { break-before: auto }")).toHaveLength(1);
});

test("each part has the elements around the text, the first what is before it, the last what is after it", () => {
  const parts = ["<p>A</p>", "<p>B</p>", "<p>C</p>"].map((html) => ({ html, ids: [html.slice(3, 4)] }));
  const head = `<!doctype html>\n<html lang="en">\n<head><style>a > b{}</style></head>\n`;
  const before = `<body class="a > b">\n<header><img src="x"><br><h1 id="title">T</h1></header><main>`;
  const links = (...ids: string[]) => `<div hidden>${ids.map((id) => `<a href="#${id}"></a>`).join("")}</div>`;
  const after = (...ids: string[]) => `</main><footer>F</footer>${links(...ids)}</body></html>`;
  const whole = `${head}${before}<p>A</p><p>B</p><p>C</p>${after("title", "A", "B", "C")}`;
  expect(divideDocument(whole, parts, ["title"])).toEqual([
    `${head}${before}<p>A</p>${links("title", "A")}</main></body></html>`,
    `${head}<body class="a > b"><main><p>B</p>${links("B")}</main></body></html>`,
    `${head}<body class="a > b"><main><p>C</p>${after("C")}`,
  ]);
});
