import { describe, test } from "vitest";
import { expectHeld } from "../support/attack.ts";

const info = "<info><title>x</title><id>x</id><updated>2026-01-01T00:00:00Z</updated></info>";
const style = (inner: string, attributes = ""): string =>
  `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"${attributes}>${info}${inner}</style>`;
const cite = (layout: string, more = ""): string => style(`<citation><layout>${layout}</layout></citation>${more}`);
const macro = (name: string, inner: string): string => `<macro name="${name}">${inner}</macro>`;
const call = (name: string): string => `<text macro="${name}"/>`;
const works = JSON.stringify([{ id: "a", type: "book", title: "T", author: [{ family: "F" }] }]);

const expectStyle = (csl: string | Uint8Array, says: RegExp) =>
  expectHeld({
    files: {
      "article.md": "---\ncitation-style: s.csl\n---\n\n# T\n\nx [@a, p. 4] y.\n\nKept.\n",
      "references.json": works,
      "s.csl": csl,
    },
    says: says.source === "." ? [] : [says],
    has: ["Kept."],
    within: 20_000,
  });

describe("a style is followed, or another one is and its line is named", () => {
  const doubling = Array.from({ length: 25 }, (_, n) =>
    macro(`m${n}`, n === 24 ? '<text variable="title"/>' : call(`m${n + 1}`).repeat(2)),
  ).join("");
  const unknown = /s\.csl:1:1 warning citationStyle The citation style fails: it has an element or a value/;
  const attacks: Record<string, [csl: string | Uint8Array, says: RegExp]> = {
    "macros in a ring": [
      style(macro("a", call("b")) + macro("b", call("a")) + `<citation><layout>${call("a")}</layout></citation>`),
      /s\.csl:1:\d+ warning citationStyle The macro "a" calls itself/,
    ],
    "macros that double": [
      style(`${doubling}<citation><layout>${call("m0")}</layout></citation>`),
      /s\.csl:1:\d+ warning citationStyle With its macros the style has more than 150000 elements/,
    ],
    "a macro that is nowhere": [cite(call("none")), /s\.csl:1:\d+ warning citationStyle There is no macro "none"/],
    "a macro with the name of an Object's": [cite(call("constructor")), /There is no macro "constructor"/],
    "elements in elements": [
      cite("<group>".repeat(2000) + "</group>".repeat(2000)),
      /s\.csl:1:\d+ warning citationStyle Elements are nested more than 200 deep/,
    ],
    "an unknown element": [cite("<boom/>"), /s\.csl:1:1 warning citationStyle .*Undefined node name "boom"/],
    "an unknown letter case": [cite('<text variable="title" text-case="zzz"/>'), unknown],
    "a date of nothing": [cite('<date variable="none" form="x"/>'), unknown],
    "names that are a word": [cite('<names variable="title"/>'), /./],
    "an unknown match": [cite('<choose><if type="x" match="q"><text value="a"/></if></choose>'), unknown],
    "a choice of nothing": [cite("<choose/>"), unknown],
    "another namespace": [cite('<text variable="title"/>').replace("xmlns=", "xmlns:q="), unknown],
    "no layout": [style("<citation/>"), /./],
    "no citation": [style(""), /does not say how to cite/],
    "an empty file": ["", /citationStyle/],
    "no XML": ["hello", /not well-formed XML/],
    "half a tag": ["<style", /not well-formed XML/],
    "another root": ["<html/>", /This is a html element/],
    "a file of the machine": [
      `<!DOCTYPE s [<!ENTITY x SYSTEM "file:///etc/passwd">]>${cite('<text value="&amp;x;"/>')}`,
      /./,
    ],
    "code in its words": [cite('<text value="&lt;script&gt;alert(1)&lt;/script&gt;"/>'), /./],
    "a thousand brackets": [cite(`<text variable="title" prefix="${"(".repeat(10_000)}"/>`), /./],
    "an unknown language": [
      style('<citation><layout><text variable="title"/></layout></citation>', ' default-locale="qq-QQ"'),
      /./,
    ],
    "a style of which nothing is known": [
      `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0"><info><link rel="independent-parent" href="http://www.zotero.org/styles/none"/></info></style>`,
      /only points to another one/,
    ],
  };
  test.each(Object.entries(attacks))("%s", (_, [csl, says]) => expectStyle(csl, says));
});
