import { expect, test } from "vitest";
import { mathOf } from "../../../src/formats/docx/math.ts";
import { texToMathMl } from "../../../src/transform/mathml.ts";

test.each([
  [String.raw`\boxed{x}`, ["m:borderBox"]],
  [String.raw`\cancel{x}`, ["m:borderBox", "m:hideTop", "m:strikeBLTR"]],
  [String.raw`\xcancel{x}`, ["m:strikeBLTR", "m:strikeTLBR"]],
  [String.raw`\sout{x}`, ["m:strikeH"]],
])("a frame or a stroke is Word's own: %s", (tex, names) => {
  const drawn = texToMathMl(tex, false);
  if (!("math" in drawn)) throw new Error(drawn.fault);
  const written = JSON.stringify(mathOf(drawn.math));
  expect(names.filter((name) => !written.includes(`"${name}"`))).toEqual([]);
});
