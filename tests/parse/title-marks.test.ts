import { expect, test } from "vitest";
import { plainTitles } from "../../src/parse/title-marks.ts";
import { texToText } from "../../src/transform/title-content.ts";

test.each([
  ["Of $E = mc^2$ and $\\alpha$", "Of E = mc² and α"],
  ["For US$5 and $6", "For US$5 and $6"],
  ["*Emphasis*, `code` and [a link](https://example.org)", "Emphasis, code and a link"],
  ["Not drawn: $\\foo$", "Not drawn: \\foo"],
])("titles and descriptions hold no Markdown and no TeX: %s", (written, plain) => {
  const fields = { title: written, subtitle: written, description: written };
  expect(plainTitles(fields, texToText)).toEqual({ title: plain, subtitle: plain, description: plain });
});
