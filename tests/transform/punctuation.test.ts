import { expect, test } from "vitest";
import { smartenText } from "../../src/transform/punctuation.ts";

test.each([
  ["en", `"He said 'no'," she said.`, "“He said ‘no’,” she said."],
  ["en", `'"Both" at once'`, "‘“Both” at once’"],
  ["en", "don't, readers', '98, O'Neill's, 'tis so", "don’t, readers’, ’98, O’Neill’s, ’tis so"],
  ["en", `5'10", 3'`, `5'10", 3'`],
  ["en", "a--b, a -- b, a---b, 1-2, ----", "a–b, a – b, a—b, 1-2, ----"],
  ["en", "so... and .... and ..", "so… and .... and .."],
  ["en", `("in") ["in"] {"in"} -"x" --"in"--`, "(“in”) [“in”] {“in”} -“x” –“in”–"],
  ["en-GB", `"British"`, "“British”"],
  ["de", `"Er sagte 'nein'", Hans' Buch`, "„Er sagte ‚nein‘“, Hans’ Buch"],
  ["de-AT", `"so"`, "„so“"],
  ["fr", `"Oui 'ou' non" ! Et : rien ; quoi ?!`, "« Oui “ou” non » ! Et : rien ; quoi ?!"],
  ["fr-CA", `l'été, « déjà »`, "l’été, « déjà »"],
  ["fr", "à 10:30, http://a", "à 10:30, http://a"],
  ["es", `"Él dijo 'no'" ¿"sí"? ¡'ya'!`, "«Él dijo “no”» ¿«sí»? ¡“ya”!"],
  ["pl", `"A 'b' c"`, "„A «b» c”"],
  ["sv", `"A 'b' c"`, "”A ’b’ c”"],
  ["ja", `"日 '本' 語"`, "「日 『本』 語」"],
  ["ar", `"نص"`, "”نص“"],
  ["xx", `"unknown"`, "“unknown”"],
  ["en", "already “curly” and ‘so’", "already “curly” and ‘so’"],
  ["en", "", ""],
  ["en", `"`, "“"],
  ["en", `😀"x"😀`, "😀“x”😀"],
])("%s: %s", (language, plain, smart) => {
  // What is printed narrow in French is U+202F, shown here as a plain space.
  expect(smartenText(plain, language).replaceAll("\u202F", " ")).toBe(smart);
});

test("French spaces do not break where the author typed one, and are set inside quotation marks", () => {
  expect(smartenText('"a" : b ; c ! « d » e: f', "fr")).toBe(
    "«\u202Fa\u202F»\u202F: b\u202F; c\u202F! «\u202Fd\u202F» e: f",
  );
});

test("smart punctuation leaves typographic marks unchanged", () => {
  const once = smartenText(`"It's 'so'" -- ... l'un`, "de");
  expect(smartenText(once, "de")).toBe(once);
});
