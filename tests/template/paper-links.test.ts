import type { Root } from "hast";
import { fromHtml } from "hast-util-from-html";
import { toHtml } from "hast-util-to-html";
import { describe, expect, test } from "vitest";
import { messagesFor } from "../../src/i18n/messages.ts";
import { breakAddresses } from "../../src/formats/pdf/compose/break-addresses.ts";
import { footnoteLinks } from "../../src/formats/pdf/compose/footnote-links.ts";
import { placeQrCodes, qrCode } from "../../src/formats/pdf/compose/qr-code.ts";
import { showAddresses } from "../../src/formats/pdf/compose/show-addresses.ts";
import { shownAddress } from "../../src/template/shown-address.ts";

const words = messagesFor("en");

function after(html: string, change: (tree: Root) => void): string {
  const tree = fromHtml(html, { fragment: true });
  change(tree);
  return toHtml(tree).replaceAll("<wbr>", "");
}

test.each([
  ["https://example.org/", "example.org"],
  ["https://example.org/a/?utm_source=x&UTM_medium=y&id=3&fbclid=z#part", "example.org/a/?id=3#part"],
  ["https://example.org/a?gclid=1#part", "example.org/a#part"],
  ["https://example.org/?q=a%20b", "example.org/?q=a b"],
  ["https://example.org/%E9", "example.org/%E9"],
  ["mailto:a@example.org", "a@example.org"],
])("%s is shown as %s", (href, shown) => {
  expect(shownAddress(href)).toBe(shown);
});

test("shows addresses in brackets once, not after words that contain them, not in headings", () => {
  const html =
    '<h2><a href="https://example.org/h">H</a></h2><p><a href="https://example.org/a">A</a> <a href="https://example.org/a">a</a> <a href="https://example.net">example.net</a></p>';
  expect(after(html, (tree) => showAddresses(tree))).toBe(
    '<h2><a href="https://example.org/h">H</a></h2><p><a href="https://example.org/a">A</a> (<span class="address" dir="ltr">example.org/a</span>) <a href="https://example.org/a">a</a> <a href="https://example.net">example.net</a></p>',
  );
});

test.each([
  ["https://example.org/articles/of-2026/P85/", "https://example.org|/articles|/of|[-2026]|/P85/"],
  ["http://students-residents.example.org", "http://students-residents.example.org"],
  ["students-residents.example.org", "[students-residents.example.org]", "https://students-residents.example.org"],
  [
    "doi:10.1007/s11606-020-0651.a-longer-one",
    "doi:10.1007|/s11606|[-020]|[-0651]|.a|[-longer]|[-one]",
    "https://doi.org/10.1007/s11606-020-0651.a-longer-one",
  ],
  ["a@b.example", "[a@b.example]", "mailto:a@b.example"],
  ["Words", "Words", "https://example.org/"],
])("%s is broken before its parts, and not behind a hyphen or before a last slash", (text, broken, href = text) => {
  const tree = fromHtml(`<p><a href="${href}">${text}</a></p>`, { fragment: true });
  breakAddresses(tree);
  const printed = toHtml(tree).replaceAll("<wbr>", "|");
  expect(printed.replaceAll(/<span class="whole">([^<]*)<\/span>/g, "[$1]").replaceAll(/<[^>]*>/g, "")).toBe(broken);
});

describe("link notes", () => {
  test("precede the index of terms, with codes on request", () => {
    const html = '<p><a href="https://example.org/a">A</a></p><section role="doc-index"></section>';
    const made = after(html, (tree) => footnoteLinks(tree, words, true));
    expect(made).toMatch(
      /<sup class="link-mark" dir="ltr">L1<\/sup><\/p><section class="links"><h2 id="offprint\.links">Links<\/h2><ul class="link-list with-codes"><li>.*<svg class="qr-code" role="img" aria-label="QR code for example\.org\/a".*<section role="doc-index">/,
    );
  });

  test("are absent in a text without links", () => {
    expect(after("<p>A</p>", (tree) => footnoteLinks(tree, words, false))).toBe("<p>A</p>");
  });
});

describe("a QR code", () => {
  test("follows the paragraph, cell or item of the link that requests it", () => {
    const link = '<a class="qr" href="https://example.org">x</a>';
    const made = after(
      `<p>${link}<em>.</em></p><ul><li>${link} end</li></ul><table><tbody><tr><td><em>${link}</em></td></tr></tbody></table><a href="#x" class="qr">in</a>`,
      (tree) => void placeQrCodes(tree, words),
    ).replaceAll(/<svg.*?<\/svg>/g, "▦");
    const code = '<p class="qr-block">▦<span class="address" dir="ltr">example.org</span></p>';
    expect(made).toBe(
      `<p>${link}<em>.</em></p>${code}<ul><li>${link} end${code}</li></ul><table><tbody><tr><td><em>${link}</em>${code}</td></tr></tbody></table><a href="#x" class="qr">in</a>`,
    );
  });

  test("has white of four modules around it, and modules that a telephone can tell apart on paper", () => {
    const { properties, children } = qrCode("https://example.org/some/way", words) ?? { properties: {}, children: [] };
    const [, , size] = String(properties["viewBox"]).split(" ").map(Number);
    const [, path] = children;
    const dark = path && "properties" in path ? String(path.properties["d"]) : "";
    const columns = [...dark.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(Math.min(...columns)).toBe(4);
    expect(Math.max(...columns)).toBeLessThan(Number(size) - 4);
    expect(Number.parseFloat(String(properties["width"])) / Number(size)).toBeGreaterThanOrEqual(0.5);
  });

  test("is not made of an address that is too long for one", () => {
    expect(qrCode(`https://example.org/${"a".repeat(4_000)}`, words)).toBeUndefined();
  });
});
