import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { faultsOf, prepareText } from "../support/tree-faults.ts";

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
    const outcome = await prepareText(text);
    if (!outcome.ok) continue;
    made += 1;
    expect(faultsOf(outcome.value), JSON.stringify(text)).toEqual([]);
  }
  // Most texts end in an error that says what is wrong; enough must get through for the test to mean something.
  expect(made).toBeGreaterThan(30);
});
