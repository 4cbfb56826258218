import { expect, test } from "vitest";
import { x } from "xastscript";
import { serialise } from "../../../src/formats/epub/write/xml.ts";

test("only an element without content is written as one tag, whatever its text and attributes end in", () => {
  const tree = x(null, [
    x("metadata", [
      x("meta", { property: "file-as" }, "Ada <ada@example.org>"),
      x("meta", { name: "a", content: 'x > "y">' }),
      x("br"),
      x("p"),
    ]),
  ]);
  expect(new TextDecoder().decode(serialise(tree))).toBe(
    '<?xml version="1.0" encoding="utf-8"?><metadata><meta property="file-as">Ada &lt;ada@example.org></meta>' +
      '<meta name="a" content="x > &quot;y&quot;>"/><br/><p></p></metadata>\n',
  );
});

// EPUBCheck for TypeScript, and readers with parsers of their own, know these names and no numbers: an identifier such as
// "urn:x:a&b<c>" would not be that of the NCX.
test("escapes the reserved characters of XML", () => {
  const tree = x(null, [x("identifier", { id: '"&<' }, 'urn:x:a&b<c>&#x26;"')]);
  expect(new TextDecoder().decode(serialise(tree))).toContain(
    '<identifier id="&quot;&amp;&lt;">urn:x:a&amp;b&lt;c>&amp;#x26;"</identifier>',
  );
});
