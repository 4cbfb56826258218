import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Element, Root } from "hast";
import { visit } from "unist-util-visit";
import { describe, expect, test } from "vitest";
import type { Publication } from "../../src/model/publication.ts";
import { htmlSchema } from "../../src/transform/html-schema.ts";
import { prepareSource } from "../support/prepare.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

// Texts that no author would write must neither throw nor bring anything into a document that does not belong there.

async function prepare(text: string) {
  return prepareSource(worldIn(await temporaryFolder({ "a.md": text })), "a.md");
}

const mathMl =
  "math semantics annotation mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom msub msup msubsup munder mover munderover mtable mtr mtd";
const names = new Set([...(htmlSchema.tagNames ?? []), ...mathMl.split(" ")]);

/** What no document may hold, as far as a tree can tell. */
function faults({ chapters }: Publication): string[] {
  const elements: Element[] = [];
  for (const { body, notes } of chapters) {
    const tree: Root = { type: "root", children: [...body.children, ...(notes ? [notes] : [])] };
    visit(tree, "element", (node) => void elements.push(node));
  }
  const ids = elements.flatMap(({ properties }) => (properties.id === undefined ? [] : [String(properties.id)]));
  const links = elements.flatMap(({ properties }) =>
    typeof properties["href"] === "string" ? [properties["href"]] : [],
  );
  const inner = links.filter((href) => href.startsWith("#")).map((href) => href.slice(1));
  return [
    ...elements.filter(({ tagName }) => !names.has(tagName)).map(({ tagName }) => `<${tagName}>`),
    ...elements.flatMap(({ properties }) =>
      Object.keys(properties).filter((name) => /^on|^style$|^srcDoc$/i.test(name)),
    ),
    ...elements.filter(({ tagName }) => tagName === "h1").map(() => "a second title"),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`),
    ...links.filter((href) => !/^(?:https?:|mailto:|tel:|#)/.test(href)).map((href) => `a link to ${href}`),
    ...inner.filter((id) => id !== "content" && !ids.includes(id)).map((id) => `a link to nothing: ${id}`),
  ];
}

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

describe("much of one thing", () => {
  test.each([
    ["opening brackets", "[".repeat(4000)],
    ["brackets in brackets", "[".repeat(1000) + "]".repeat(1000)],
    ["stars", "*".repeat(5000)],
    ["stars that open", "*a **a ".repeat(1000)],
    ["opening braces", "{#a ".repeat(5000)],
    ["spans", "[a]{.b} ".repeat(500)],
    ["colons", " :a".repeat(1000)],
    ["quotation marks", `"a 'b `.repeat(1000)],
    ["backticks", lines(200, (index) => "`".repeat(index))],
    ["unknown tags", "<x>".repeat(300)],
    ["dollars", "$a ".repeat(2000)],
    ["dollars that close", "$a$$b$ ".repeat(300)],
    ["references", "[@sec:a".repeat(1000)],
    ["tags that swallow", "<title> <script ".repeat(1000)],
    ["footnotes", `${lines(300, (index) => `a[^${index}]`)}\n\n${lines(300, (index) => `[^${index}]: b`)}`],
    ["uses of a footnote", `${"a[^1] ".repeat(300)}\n\n[^1]: b`],
    ["rows", `| a | b |\n| - | - |\n${"| c | *d* |\n".repeat(300)}`],
    ["equal headings", "## Same\n\n".repeat(500)],
    ["nested lists", lines(60, (index) => `${"  ".repeat(index)}- a`)],
    ["nested directives", lines(30, () => ":::note")],
  ])("%s", async (_, text) => {
    const outcome = await prepare(`# Title\n\n${text}\n`);
    expect(outcome.ok && faults(outcome.value)).toEqual([]);
  });
});

/** The same numbers each time, 0 to 1 (a linear congruential generator). */
function* numbers(seed: number): Generator<number, never> {
  let state = seed;
  for (;;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

const scraps =
  `{ } {#a} {.b} [ ] ]( ![ [^1] :::note ::: :a[b] <b> </b> <table> <td> <svg> <p <!-- --> <![CDATA[ | |-|-| > - 1. * ** _
  ~~ \` \`\`\` " ' -- \\ &#0; # --- *[a]: [a]: [x](#a) <a/id=a/href=#b> javascript: <img/src=x/onerror=y> </section>
  <section/data-footnotes> <a/data-footnote-ref/href=#fn-1> <li/id=fn-1> <select> <template> <body> <form> <h1> <h2/id=a>
  <figure/data-kind=table> <figcaption> $ $$ [@fig:a] <span/data-reference=fig:a> <div/data-formula=b>`
    .split(/\s+/)
    .map((scrap) => scrap.replaceAll(/(?<=<\w.*)\//g, " "));

// Two hundred texts, charts among them: ten seconds of work, and more of the clock where others work too.
test("cases, cut up and mixed with scraps", { timeout: 300_000 }, async () => {
  const folder = join(import.meta.dirname, "../cases");
  const texts = globSync("*/*/article.md", { cwd: folder })
    .toSorted()
    .map((path) => readFileSync(join(folder, path), "utf8"));
  const random = numbers(20_260);
  const pick = <T>(list: ArrayLike<T>): T => list[Math.floor(random.next().value * list.length)] as T;
  let made = 0;
  for (let round = 0; round < 200; round += 1) {
    const base = pick(texts) + pick(texts);
    const cuts = Array.from({ length: 4 }, () => Math.floor(random.next().value * base.length)).toSorted(
      (a, b) => a - b,
    );
    const pieces = [0, ...cuts].map((start, index) => base.slice(start, cuts[index]));
    const text = pieces.map((piece) => piece + pick(scraps) + pick(["", " ", "\n", "\n\n"])).join("");
    const outcome = await prepare(text);
    if (!outcome.ok) continue;
    made += 1;
    expect(faults(outcome.value), JSON.stringify(text)).toEqual([]);
  }
  // Most texts end in an error that says what is wrong; enough must get through for the test to mean something.
  expect(made).toBeGreaterThan(30);
});
