import { describe, expect, test } from "vitest";
import { longText } from "../../.github/scripts/bench/long-text.ts";
import { partsOf } from "../../src/world/browser/exchange-document.ts";
import { preparePrinting, valueOf } from "../support/print-pdf.ts";

const faces = `@font-face{font-family:"A";src:url(data:font/ttf;base64,AAEA)}\n@font-face{font-family:"B";src:url(data:font/ttf;base64,AAEB)}`;

const document = ({ body = "<p>text</p>", style = "p { margin: 0 }", policy = "style-src &#39;sha256-a=&#39;" } = {}) =>
  `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; ${policy}">
<title>A &lt;title></title>
<style>${faces}${style}</style>
</head>
<body class="a">
${body}
</body>
</html>
`;

describe("a document that is shown in place of another", () => {
  test("is divided into its fonts, the rest of its style and its text", () => {
    const parts = partsOf(document());
    expect(parts).toMatchObject({ faces, style: "p { margin: 0 }" });
    expect(parts?.html).toContain(`<title>A &lt;title></title>`);
    expect(parts?.html).toContain(`<body class="a">\n<p>text</p>`);
    expect(parts?.html).not.toContain("<style>");
  });

  test.each([
    ["an image", { body: `<p><img src="data:," alt=""></p>` }],
    ["an image in a drawing", { body: `<svg><IMAGE href="data:,"/></svg>` }],
    ["something with an address that holds data", { body: `<svg><use href="data:,"/></svg>` }],
    ["an order to the browser", { body: `<meta http-equiv="refresh" content="0">` }],
    ["a name that hides a property", { body: `<form name="fonts"></form>` }],
    ["a style of its own", { body: "<style>p { color: red }</style>" }],
    ["an image in its style", { style: "p { background: url(data:,) }" }],
    ["a policy that lets attributes style", { policy: "style-src &#39;unsafe-inline&#39;" }],
    ["a very long text", { body: "a".repeat(500_001) }],
  ])("has not %s", (_, changes) => {
    expect(partsOf(document(changes))).toBeUndefined();
  });

  test("was composed by Offprint", () => {
    expect(partsOf("<p>text</p>")).toBeUndefined();
    expect(partsOf(document().replace("<!doctype html>", ""))).toBeUndefined();
    expect(partsOf(document().replace("<title>", `<base href="/"><title>`))).toBeUndefined();
  });

  test("may write about images and data", () => {
    expect(partsOf(document({ body: "<p>data: &lt;img></p>" }))).toBeDefined();
  });

  test("is what an article and its running heads are composed as", async () => {
    const { compose, composeRunningHeads } = await preparePrinting({ "article.md": longText(1) });
    const page = partsOf(valueOf(compose()).content);
    const printed = { pages: 2, positions: new Map<string, never>(), turned: new Set<number>() };
    const heads = partsOf(valueOf(composeRunningHeads(printed)).content);
    expect(page?.faces).toMatch(/^@font-face\{.*\}\s*$/s);
    expect(heads?.faces).toBe(page?.faces);
    expect(page?.style).not.toContain("@font-face");
  });
});
