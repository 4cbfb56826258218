import axe, { type AxeResults } from "axe-core";
import type { Element } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toString } from "hast-util-to-string";
import { visit } from "unist-util-visit";
import { beforeAll, describe, expect, test } from "vitest";
import type { Manifest } from "../../../src/config/manifest-file.ts";
import { templateFor } from "../../../src/pipeline/template-context.ts";
import { composeLibrary } from "../../../src/site/library.ts";
import { built } from "../../support/built.ts";
import { openPage } from "../../support/open-page.ts";
import { richArticle } from "../../support/rich-article.ts";
import { worldIn } from "../../support/world.ts";

let html: string;
let elements: Element[];

beforeAll(async () => {
  const [artifact] = await built(await richArticle(), ["web"]);
  html = new TextDecoder().decode(artifact?.bytes);
  elements = [];
  visit(fromHtml(html), "element", (node) => void elements.push(node));
});

const all = (tagName: string): Element[] => elements.filter((element) => element.tagName === tagName);
const single = (isMeant: (element: Element) => boolean): Element => {
  const [found, ...more] = elements.filter(isMeant);
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} elements instead of one`);
  return found;
};

describe("the web page", () => {
  test("is self-contained: everything it shows is inside it, and only the template's script runs", () => {
    for (const image of all("img"))
      expect(image.properties["src"]).toMatch(/^data:image\/(png|jpeg|webp|avif|svg\+xml)[;,]/);
    expect(all("img")).toHaveLength(6);
    const scripts = all("script").map(({ properties }) => [properties["type"], properties["src"]]);
    expect(scripts).toEqual([["application/ld+json", undefined], Array(2).fill(undefined)]);
    expect(all("link").map(({ properties }) => properties["rel"])).toEqual([]);
    expect(html.match(/@font-face/g)?.length).toBeGreaterThan(4);
    for (const [, address] of html.matchAll(/url\(([^)]*)\)/g)) expect(address).toMatch(/^data:font\/woff2;base64,/);
  });

  test("names its language, title, author and description", () => {
    expect(single(({ tagName }) => tagName === "html").properties).toMatchObject({ lang: "en-GB", dir: "ltr" });
    expect(toString(single(({ tagName }) => tagName === "title"))).toBe("Everything in one place");
    const meta = all("meta").map(({ properties }) => [properties["name"], properties["content"]] as const);
    expect(Object.fromEntries(meta) as unknown).toMatchObject({
      author: "First Author and Second Author",
      description: "An article that uses every feature.",
      keywords: "one, two",
    });
  });

  test("has landmarks, a skip link and a contents list that lead somewhere", () => {
    const skip = all("a")[0];
    const main = single(({ tagName }) => tagName === "main");
    expect(skip?.properties["href"]).toBe(`#${String(main.properties.id)}`);
    const nav = single(({ tagName }) => tagName === "nav");
    const ids = new Set(elements.map(({ properties }) => properties.id));
    const links: Element[] = [];
    visit(nav, "element", (node) => void (node.tagName === "a" && links.push(node)));
    expect(links.map((link) => toString(link))).toEqual(
      expect.arrayContaining(["Lists", "Tables and figures", "Code", "Callouts", "Languages", "Write here"]),
    );
    for (const link of links) expect(ids).toContain(String(link.properties["href"]).slice(1));
  });

  test("numbers figures and tables, and links every note back", () => {
    const captions = [...all("caption"), ...all("figcaption")].map((caption) => toString(caption));
    expect(captions[0]).toMatch(/^Table 1\. Numbers, with a note\./);
    expect(captions[1]).toMatch(/^Figure 1\. A chart/);
    expect(captions[2]).toMatch(/^Figure 2\. A photograph/);
    const references = elements.filter(({ properties }) => properties["role"] === "doc-noteref");
    const back = elements.filter(({ properties }) => properties["role"] === "doc-backlink");
    expect(references).toHaveLength(3);
    expect(back.map(({ properties }) => String(properties["href"]).slice(1)).toSorted()).toEqual(
      references.map(({ properties }) => String(properties.id)).toSorted(),
    );
  });

  test("its policy names the digest of its own style, so that the style counts in a browser", async () => {
    const page = await openPage(html, { width: 1200, height: 900 });
    expect(await page.evaluate("getComputedStyle(document.querySelector('h1')).fontFamily")).toContain("Source Sans 3");
    const loaded = "document.fonts.ready.then((fonts) => [...fonts].some((font) => font.status === 'loaded'))";
    expect(await page.evaluate(loaded)).toBe(true);
  });
});

describe("around the text", () => {
  const open = async (url: string, width = 1280) => openPage(url, { width, height: 800 });

  test("the contents list is beside the text on a wide screen and folded on a narrow one", async () => {
    const isOpen = "document.querySelector('.contents > details').open";
    const wide = await open(html);
    expect(await wide.evaluate(isOpen)).toBe(true);
    const right = "document.querySelector('.contents').getBoundingClientRect().right";
    const left = "document.querySelector('main').getBoundingClientRect().left";
    expect(await wide.evaluate(`${right} <= ${left}`)).toBe(true);
    expect(await (await open(html, 360)).evaluate(isOpen)).toBe(false);
  });

  test("the text begins on the first screen", async () => {
    const top = "document.querySelector('main').getBoundingClientRect().top";
    expect(await (await open(html)).evaluate(top)).toBeLessThan(600);
    expect(await (await open(html, 360)).evaluate(top)).toBeLessThan(700);
  });

  test("a reader chooses the colours, before those of the system", async () => {
    const page = await open(html);
    const ground = "getComputedStyle(document.body).backgroundColor";
    expect(await page.evaluate(ground)).toBe("rgb(255, 255, 255)");
    await page.evaluate("document.querySelector('[name=color-scheme][value=dark]').click()");
    expect(await page.evaluate(ground)).toBe("rgb(25, 24, 22)");
    await page.evaluate("document.querySelector('[name=color-scheme][value=system]').click()");
    expect(await page.evaluate(ground)).toBe("rgb(255, 255, 255)");
  });

  test("each heading links to itself, and the link is called after it", () => {
    const links = all("a").filter(({ properties }) => String(properties["className"]) === "heading-link");
    expect(links.length).toBeGreaterThan(5);
    expect(links.map(({ properties }) => properties["ariaLabel"])).toContain("Link to “Callouts”");
  });

  test("search engines read an article of schema.org, and no text of an author ends the element", async () => {
    const block = single(({ tagName, properties }) => tagName === "script" && properties["type"] !== undefined);
    const article = JSON.parse(toString(block)) as Record<string, unknown>;
    expect(article).toMatchObject({ "@type": "Article", headline: "Everything in one place", inLanguage: "en-GB" });
    const source =
      "---\ntitle: A\nlanguage: en\ndescription: </script><b>\nreview: { checked: 2026-01-02 }\n---\n\nText.\n";
    const [hostile] = await built({ "article.md": source }, ["web"]);
    const page = new TextDecoder().decode(hostile?.bytes);
    expect(page).toContain(String.raw`"description":"\u003c/script>\u003cb>"`);
    // Of the two types, only WebPage has the property (https://schema.org/lastReviewed).
    expect(page).toContain('"mainEntityOfPage":{"@type":"WebPage","lastReviewed":"2026-01-02"}');
  });
});

test("a page offers the files of the other editions, those for advisers excepted: for readers, of other formats, more of each", async () => {
  const artifacts = await built(
    { "article.md": "---\ntitle: T\nlanguage: en\n---\n\n## A\n\nText.\n" },
    ["web", "docx", "ebook", "ebook-kobo"],
    { pageList: false },
  );
  const page = new TextDecoder().decode(artifacts.find(({ edition }) => edition === "web")?.bytes);
  const files = [
    ...page.matchAll(/<li><a href="([^"]+)" type="[^"]+" download>([^<]+)<\/a> <span class="detail">([^<]+)/g),
  ];
  expect(files.map(([, , name]) => name)).toEqual(["E-book (EPUB)", "Word document (DOCX)", "E-book for Kobo (EPUB)"]);
  for (const [, name = ""] of files) expect(artifacts.some(({ path }) => path.endsWith(`/${name}`))).toBe(true);
  expect(page.match(/<link rel="alternate"/g)).toHaveLength(3);
});

describe.each([
  { name: "a phone", width: 360, height: 740 },
  { name: "a phone in the dark", width: 360, height: 740, dark: true },
  { name: "a desktop", width: 1280, height: 900 },
  { name: "a desktop in the dark", width: 1280, height: 900, dark: true },
])("on $name", (view) => {
  test("axe finds nothing against WCAG 2.2 AA or good practice", async () => {
    const page = await openPage(html, view);
    await page.evaluate(axe.source);
    const { violations, passes } = (await page.evaluate("axe.run()")) as AxeResults;
    expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
    expect(passes.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["color-contrast", "document-title", "html-has-lang"]),
    );
  });

  test("nothing is wider than the window, and lines have 45 to 80 characters on a wide one", async () => {
    const page = await openPage(html, view);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(view.width);
    const characters = (await page.evaluate(`(() => {
      const paragraph = document.querySelector("main > p");
      const lines = Math.round(paragraph.clientHeight / parseFloat(getComputedStyle(paragraph).lineHeight));
      return paragraph.textContent.length / lines;
    })()`)) as number;
    expect(characters).toBeLessThanOrEqual(80);
    expect(characters).toBeGreaterThanOrEqual(view.width > 1000 ? 45 : 25);
  });
});

test("the library page lists by title, in the language of its publications, and axe finds nothing in it either", async () => {
  const template = await templateFor(worldIn("/"), {});
  if (!template.ok) throw new Error("no template");
  const sha256 = "ab".repeat(32);
  const file = {
    path: "a/a.pdf",
    edition: "handout",
    mediaType: "application/pdf",
    size: 12_345,
    sha256,
    pages: 3,
  } as const;
  const manifest: Manifest = {
    slug: "a",
    title: "Über <etwas>",
    description: "A text.",
    language: "de",
    date: "2026-11-24",
    tool: { name: "offprint", version: "0", node: "24" },
    browser: null,
    sources: [],
    artifacts: [{ ...file, madeFrom: [] }],
  };
  const page = composeLibrary(
    template.value,
    [manifest, { ...manifest, slug: "b", title: "Anderes" }].map((listed) => ({ manifest: listed, releases: [] })),
    [],
  );
  if (!page.ok) throw new Error("no page");
  expect(page.value.content.indexOf("Anderes")).toBeLessThan(page.value.content.indexOf("Über &lt;etwas&gt;"));
  for (const words of ["24. November 2026", "3 Seiten", "13 kB", "a/SHA256SUMS", 'href="a/a.pdf"', 'lang="de"']) {
    expect(page.value.content).toContain(words);
  }
  const opened = await openPage(page.value.content, { width: 360, height: 700 });
  await opened.evaluate(axe.source);
  const { violations } = (await opened.evaluate("axe.run()")) as AxeResults;
  expect(violations.map(({ id }) => id)).toEqual([]);
  expect(await opened.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
});

test("a page names each affiliation of its authors once, in their order", async () => {
  const authors = ["B; A", "A", ""].map((place, index) => `  - { name: Author ${index}, affiliation: "${place}" }`);
  const source = `---\ntitle: T\nlanguage: en\nauthors:\n${authors.join("\n")}\n---\n\nText.\n`;
  const [artifact] = await built({ "article.md": source }, ["web"]);
  const page = new TextDecoder().decode(artifact?.bytes);
  expect(page).toContain("<strong>Author 0, Author 1, and Author 2</strong><br>B<br>A</p>");
});
