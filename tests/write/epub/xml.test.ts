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
    '<?xml version="1.0" encoding="utf-8"?><metadata><meta property="file-as">Ada &#x3C;ada@example.org></meta>' +
      '<meta name="a" content="x > &#x22;y&#x22;>"/><br/><p></p></metadata>\n',
  );
});
