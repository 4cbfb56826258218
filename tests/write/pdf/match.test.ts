import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { match, type Piece } from "../../../src/formats/pdf/origins/match.ts";
import { readOrigins } from "../../../src/formats/pdf/origins/read-html.ts";

const texts = (...all: readonly string[]): Piece[] => all.map((text) => ({ kind: "text", text }));

function pairs(these: readonly Piece[], those: readonly Piece[]): string {
  return Array.from(match(these, those), ([i, j]) => `${i}-${j}`).join(" ");
}

test("texts meet whatever their capitals, ligatures, spaces and direction", () => {
  expect(pairs(texts("ONE", "ﬁ ne", "cba", "two lines"), texts("one", "fine", "abc", " two\n  lines "))).toBe(
    "0-0 1-1 2-2 3-3",
  );
});

test("skips entries that only one side has, and finds unreadable ones by position", () => {
  expect(pairs(texts("a", "extra", "b", "c"), texts("a", "b", "c"))).toBe("0-0 2-1 3-2");
  expect(pairs(texts("a", "b", "c"), texts("a", "extra", "other", "b", "c"))).toBe("0-0 1-3 2-4");
  expect(pairs(texts("a", "?", "b", "c"), texts("a", "नमस्ते", "b", "c"))).toBe("0-0 1-1 2-2 3-3");
});

test("a head that is printed on several pages is one, and a picture is not its words", () => {
  expect(pairs(texts("YearYearYear", "x"), texts("Year", "x"))).toBe("0-0 1-1");
  expect(pairs([{ kind: "picture", text: "a" }], texts("a"))).toBe("");
});

test("a document names what is not hidden, and a picture gives its words", () => {
  const html =
    "<head><title>no</title></head><p>a <b>b</b><span aria-hidden=true>no</span><img alt=c><img alt=''></p>" +
    "<div hidden>no</div><span role=img aria-label=d><math>no</math></span><svg aria-label=e><text>no</text></svg>";
  const messages = readOrigins(fromHtml(html)).map(({ text, elements }) => `${text}:${elements.at(-1)?.tagName}`);
  expect(messages).toEqual(["a :p", "b:b", "c:img", "d:span", "e:svg"]);
});
