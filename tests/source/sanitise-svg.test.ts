import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { sanitiseSvg } from "../../src/source/sanitise-svg.ts";
import { printDiagnostics } from "../support/prepare.ts";
import { processorTime } from "../support/processor-time.ts";
import { drawings } from "./drawings/index.ts";

async function clean(svg: string | Uint8Array): Promise<{ svg: string; printed: string }> {
  const bytes = typeof svg === "string" ? new TextEncoder().encode(svg) : svg;
  const outcome = await sanitiseSvg(bytes, "a.svg", {});
  return { svg: outcome?.ok ? outcome.value : "", printed: printDiagnostics(outcome?.diagnostics ?? []) };
}

const drawn = (svg: string) => sharp(Buffer.from(svg)).flatten({ background: "#fff" }).raw().toBuffer();

describe("drawings of programs are taken", () => {
  for (const { name, svg, has, lacks, isSame } of drawings) {
    test(name, async () => {
      const result = await clean(svg);
      for (const text of has) expect(result.svg).toContain(text);
      for (const text of lacks) expect(result.svg).not.toContain(text);
      if (isSame) expect((await drawn(result.svg)).equals(await drawn(svg))).toBe(true);
    });
  }
});

const svg = (inner: string, attributes = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="20"${attributes}>${inner}</svg>`;

describe("nothing outside is fetched, whatever it is called", () => {
  const attacks: Record<string, string> = {
    "a prefix bound to SVG": `<x:image xmlns:x="http://www.w3.org/2000/svg" href="https://evil.example/a.png" width="9" height="9"/>`,
    "a prefix bound to XLink": `<image xmlns:l="http://www.w3.org/1999/xlink" l:href="https://evil.example/a.png"/>`,
    "xlink bound to something else and back": `<g xmlns:xlink="urn:x"><image xmlns:y="http://www.w3.org/1999/xlink" xlink:href="#a" y:href="https://evil.example/a"/></g>`,
    "the default namespace rebound": `<g xmlns="urn:x"><s:image xmlns:s="http://www.w3.org/2000/svg" href="//evil.example/a"/></g>`,
    "editors' elements with drawings in them": `<inkscape:x xmlns:inkscape="http://www.w3.org/2000/svg"><inkscape:image href="https://evil.example/a"/></inkscape:x>`,
    "HTML in a drawing": `<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="https://evil.example/a"/>`,
    "HTML in a foreign object": `<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="https://evil.example/a"/></foreignObject>`,
    "blanks before an address": `<image href="  https://evil.example/a"/>`,
    "two addresses": `<image href="https://evil.example/a" xlink:href="data:image/png;base64,AAAA"/>`,
    "an entity": `<image href="&#104;ttps://evil.example/a"/>`,
    "a base": `<g xml:base="https://evil.example/"><use href="#a"/></g>`,
    "a use of another file": `<use href="https://evil.example/a.svg#x"/>`,
    "a filter of another file": `<rect filter="url(https://evil.example/a.svg#f)"/>`,
    "an escaped function": `<rect fill="u\\72l(https://evil.example/a)"/>`,
    "a style with an escape": `<rect style="fill:\\75 rl(//evil.example/a)"/>`,
    "an image set": `<rect style="fill:image-set('https://evil.example/a' 1x)"/>`,
    "a custom property": `<style>rect{--a:url(https://evil.example/a);fill:var(--a)}</style>`,
    "a font": `<style>@font-face{font-family:a;src:url(https://evil.example/a.woff)}</style>`,
    "an import with an escape": `<style>@\\69mport "https://evil.example/a";</style>`,
    "an import in pieces": `<style>@import<!-- -->'https://evil.example/a';</style>`,
    "a style sheet of another type": `<style type="text/x">@import 'https://evil.example/a'</style>`,
    "a style in CDATA": `<style><![CDATA[*{background:url(https://evil.example/a)}]]></style>`,
    "an animation": `<image><set attributeName="href" to="https://evil.example/a"/></image>`,
    "a script": `<script href="https://evil.example/a.js"/>`,
    "a drawing in a drawing": `<image href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cimage href='https://evil.example/a'/%3E%3C/svg%3E"/>`,
    "a picture element": `<video href="https://evil.example/a"/><audio href="https://evil.example/a"/><iframe src="https://evil.example/a"/>`,
    "a cursor": `<rect cursor="url(https://evil.example/a),auto"/>`,
    "a handler": `<rect onclick="fetch('https://evil.example/')" ONLOAD="fetch('https://evil.example/')"/>`,
    "a feature picture": `<filter id="f"><feImage href="https://evil.example/a"/></filter>`,
    "a link": `<a href="javascript:fetch('https://evil.example/')"><rect width="9" height="9"/></a>`,
  };
  test.each(Object.entries(attacks))("%s", async (_, inner) => {
    const result = await clean(svg(inner));
    expect(result.svg).toMatch(/^<svg/);
    expect(result.svg + Buffer.from(result.svg.split("base64,")[1] ?? "", "base64").toString()).not.toContain("evil");
  });
});

describe("ids", () => {
  test.each([
    ["twice", `<rect id="a"/><use href="#a"/><rect id="a"/>`, `<rect id="a"/><use xlink:href="#a"/><rect id="a-2"/>`],
    ["a digit first", `<rect id="1"/><use href="#1"/>`, `<rect id="id-1"/><use xlink:href="#id-1"/>`],
    ["blanks", `<g id="a b"/><use href="#a%20b"/>`, `<g id="a-b"/><use xlink:href="#a-b"/>`],
    ["colons", `<g id="a:b"/><rect fill="url(#a:b)"/>`, `<g id="a-b"/><rect fill="url(#a-b)"/>`],
    ["a new name that is taken", `<g id="a b"/><g id="a-b"/>`, `<g id="a-b-2"/><g id="a-b"/>`],
    ["empty", `<g id=""/><g id=" "/>`, `<g id="id-"/><g id="id--2"/>`],
    ["quoted", `<g id="1"/><rect style="fill:url('#1')"/>`, `<g id="id-1"/><rect style="fill:url(#id-1)"/>`],
    ["ARIA", `<g id="1 2" aria-labelledby="1 2"/>`, `<g id="id-1-2" aria-labelledby="id-1-2"/>`],
    [
      "ARIA, several",
      `<g id="1"/><g id="2" aria-describedby="1 2"/>`,
      `<g id="id-1"/><g id="id-2" aria-describedby="id-1 id-2"/>`,
    ],
    ["xml:id", `<g xml:id="1"/>`, `<g id="id-1"/>`],
    ["in selectors", `<style>#\\31 {fill:red}</style><g id="1"/>`, `<style>#id-1{fill:red}</style><g id="id-1"/>`],
    [
      "in selectors, of several",
      `<style>#a>g{fill:red}</style><g id="a"/><g id="a"/>`,
      `<style>#a>g,#a-2>g{fill:red}</style><g id="a"/><g id="a-2"/>`,
    ],
    [
      "colours are none",
      `<style>g{fill:#123}</style><g id="123" fill="#123"/>`,
      `<style>g{fill:#123}</style><g id="id-123" fill="#123"/>`,
    ],
  ])("%s", async (_, written, right) => {
    expect((await clean(svg(written))).svg).toBe(svg(right));
  });
});

describe("encodings", () => {
  const text = (encoding: string) =>
    `<?xml version="1.0" encoding="${encoding}"?>${svg('<text x="1" y="9">Café</text>')}`;
  const swapped = (value: string) => Buffer.from(value, "utf16le").swap16();
  const files: [string, Uint8Array][] = [
    ["UTF-8", Buffer.from(text("UTF-8"))],
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${text("UTF-8")}`)],
    ["ISO-8859-1", Buffer.from(text("ISO-8859-1"), "latin1")],
    ["Windows-1252", Buffer.from(text("windows-1252"), "latin1")],
    ["UTF-16, little end first", Buffer.from(`\uFEFF${text("UTF-16")}`, "utf16le")],
    ["UTF-16, big end first", swapped(`\uFEFF${text("UTF-16")}`)],
    ["UTF-16 without a mark", Buffer.from(text("UTF-16LE"), "utf16le")],
    ["said to be UTF-16", Buffer.from(text("UTF-16"))],
    ["compressed", gzipSync(text("UTF-8"))],
    ["not said", Buffer.from(svg('<text x="1" y="9">Café</text>'), "latin1")],
  ];
  test.each(files)("%s", async (_, bytes) => {
    expect((await clean(bytes)).svg).toContain("Café");
  });
});

describe("stops a program that never ends", () => {
  const layers = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => make(index)).join("");
  const bombs: Record<string, [string, RegExp]> = {
    "comments before the root": ["<!-- a -->".repeat(100_000) + svg("<g/>"), /^$/],
    "comments before nothing": ["<!-- a -->".repeat(100_000) + "<svgx", /^$/],
    "a million elements": [svg("<g/>".repeat(1_000_000)), /imageSize/],
    "elements in elements": [svg("<g>".repeat(100_000) + "</g>".repeat(100_000)), /imageSize|nested/],
    "use of use": [
      svg(layers(40, (n) => `<g id="a${n}"><use href="#a${n + 1}"/><use href="#a${n + 1}"/></g>`) + '<g id="a40"/>'),
      /imageSize/,
    ],
    "patterns in patterns": [
      svg(
        layers(
          40,
          (n) => `<pattern id="p${n}"><rect fill="url(#p${n + 1})"/><rect fill="url(#p${n + 1})"/></pattern>`,
        ) + '<rect fill="url(#p0)"/>',
      ),
      /imageSize/,
    ],
    "styles of patterns": [
      svg(
        layers(
          40,
          (n) => `<mask id="p${n}"><rect style="mask:url('#p${n + 1}')"/><rect style="mask:url('#p${n + 1}')"/></mask>`,
        ) + '<rect mask="url(#p0)"/>',
      ),
      /imageSize/,
    ],
    "a circle": [svg('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), /^$/],
    "entities of entities": [
      `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">${layers(9, (n) => `<!ENTITY a${n} "${(n ? `&a${n - 1};` : "&a;").repeat(10)}">`)}]>${svg("<text>&a8;</text>")}`,
      /imageReadable/,
    ],
    "an entity of itself": [
      `<!DOCTYPE svg [<!ENTITY a "&b;"><!ENTITY b "&a;">]>${svg("<text>&a;</text>")}`,
      /imageReadable/,
    ],
    "an entity many times": [
      `<!DOCTYPE svg [<!ENTITY a "${"x".repeat(10_000)}">]>${svg(`<text>${"&a;".repeat(10_000)}</text>`)}`,
      /imageReadable/,
    ],
    "namespaces without end": [
      svg(
        layers(20_000, (n) => `<g xmlns:p${n}="urn:${n}"/>`),
        layers(20_000, (n) => ` xmlns:q${n}="urn:q${n}"`),
      ),
      /^$/,
    ],
    "ids of one name": [svg('<g id="1"/>'.repeat(60_000)), /^$/],
    "selectors of ids of one name": [
      svg(`<style>${"#a #a #a{fill:red}".repeat(1000)}</style>${'<g id="a"/>'.repeat(5000)}`),
      /^$/,
    ],
    "brackets in a style": [
      svg(`<style>a{b:${"(".repeat(200_000)}}</style><rect style="fill:${"(".repeat(200_000)}"/>`),
      /^$/,
    ],
    "a document type that never ends": ["<!DOCTYPE svg [" + "<!--".repeat(100_000), /^$/],
    "a compressed bomb": ["", /^$/],
  };
  test.each(Object.entries(bombs))("%s", async (_, [text, regExp]) => {
    const before = processorTime();
    expect((await clean(text)).printed).toMatch(regExp);
    expect(processorTime() - before).toBeLessThan(10_000);
  });
});
