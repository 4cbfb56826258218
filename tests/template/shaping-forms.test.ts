import { expect, test } from "vitest";
import { isComposedOf, shapingForms } from "../../src/template/shaping-forms.ts";

test("a subset has the glyphs that shaping produces", () => {
  expect(shapingForms(["\u0E33"])).toEqual(["\u0E4D", "\u0E32"]);
  expect(shapingForms(["\u0EB3"])).toEqual(["\u0ECD", "\u0EB2"]);
  // Bengali O and Tamil AU stand on both sides of their letter.
  expect(shapingForms(["\u09CB"])).toEqual(["\u09C7", "\u09BE"]);
  expect(shapingForms(["\u0BCC"])).toEqual(["\u0BC6", "\u0BD7"]);
  expect(shapingForms(["\u00E9", "\uAC00", "\u304C"])).toEqual([]);
});

test("a character whose parts all have glyphs is not missing", () => {
  const isComposed = isComposedOf(new Set(["e", "\u0301"]));
  expect(["\u00E9", "e", "\u00E8"].filter(isComposed)).toEqual(["\u00E9"]);
});
