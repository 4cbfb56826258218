import { fromHtml } from "hast-util-from-html";
import { expect, test } from "vitest";
import { findMisplaced, runsOf, toWords } from "../../src/model/reading-text.ts";

const astray = (words: string, html: string) =>
  runsOf(fromHtml(html, { fragment: true }))
    .flatMap((runs) => findMisplaced(toWords(words), runs))
    .map(({ how, run }) => [how, run.written]);

const text =
  "<p>The first of the sentences is long enough to be no name. <em>It goes on</em> to its end.</p><p>The second of the sentences is long enough to be no name.</p>";

test("a file that has more between the words has them all", () => {
  const result =
    "1. THE FIRST of the sen\u00ADtences is long enough to be no name. It goes on (example.org) to its end. 3 The second of the sentences is long enough to be no name.";
  expect(astray(result, text)).toEqual([]);
});

test("ligatures, marks and capitals are the same words", () => {
  expect(
    astray("ﬁnal SCHLIESSLICH ΑΘΗΝΑ Αθηνα ist café", "final schließlich <b>Αθήνα</b> <b>Αθήνα</b> ist café"),
  ).toEqual([]);
});

test("reports a lost sentence", () => {
  expect(astray("The second of the sentences is long enough to be no name.", text)).toEqual([
    ["lost", "The first of the sentences is long enough to be no name. "],
  ]);
});

test("reports a sentence that precedes another", () => {
  const result =
    "The second of the sentences is long enough to be no name. The first of the sentences is long enough to be no name. It goes on to its end.";
  expect(astray(result, text)).toEqual([["moved", "The second of the sentences is long enough to be no name."]]);
});

test("the first of two equal addresses, matched at the second, does not make that one missing", () => {
  const address = "https://example.org/v2/configuration/endpoints/of/the/platform";
  const html = `<p>v2</p><p>${address}</p><p>Team</p><p>${address}</p>`;
  expect(astray(`${address} Team ${address}`, html)).toEqual([]);
  expect(astray(`${address} Team`, html)).toEqual([["moved", address]]);
});

test("the time is linear in the text, whatever is lost", () => {
  const html = Array.from({ length: 5_000 }, (_, index) => `<p>Sentence with the number ${index}.</p>`).join("");
  const [runs = []] = runsOf(fromHtml(html, { fragment: true }));
  const printed = toWords(runs.map(({ written }) => written).join(""));
  const before = process.cpuUsage().user;
  expect(findMisplaced(printed, runs)).toEqual([]);
  expect(findMisplaced(printed.slice(printed.length / 2), runs).length).toBeGreaterThan(0);
  expect((process.cpuUsage().user - before) / 1000).toBeLessThan(2000);
});

test("a figure may follow the text after it, but must be present", () => {
  const html = `<p>Before it.</p><figure><figcaption>What is seen in this picture of a house.</figcaption></figure>${text}`;
  const printed = text.replaceAll(/<.*?>/g, "");
  expect(astray(`Before it. ${printed} What is seen in this picture of a house.`, html)).toEqual([]);
  expect(astray(`Before it. ${printed}`, html)).toEqual([["lost", "What is seen in this picture of a house."]]);
});
