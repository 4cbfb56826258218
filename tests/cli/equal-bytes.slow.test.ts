import { join } from "node:path";
import { expect, test } from "vitest";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

/** An article with a contents list, a note, a reference and a chart, so that each part of a build has work. */
function article(name: string): string {
  const chart = { kind: "bar", data: [{ of: "a", is: 1 }], x: "of", y: { field: "is" }, caption: "C", summary: "S." };
  const sections = ["one", "two", "three"].map(
    (part) =>
      `## Part ${part} of ${name}\n\nText.[^${part}] See [part one](#part-one-of-${name}).\n\n[^${part}]: Note.\n`,
  );
  const front = `---\ntitle: Text ${name}\ndate: 2026-11-01\ncontents: true\n---\n`;
  return [front, ...sections, `\`\`\`chart\n${JSON.stringify(chart)}\n\`\`\`\n`].join("\n");
}

const names = ["alpha", "beta", "gamma"];

test("one job, several, cold, cached, and assembled shards: every file of three formats is equal", async () => {
  const files = Object.fromEntries(names.map((name) => [`content/${name}/article.md`, article(name)]));
  const folder = await temporaryFolder(files);
  const build = async (out: string, ...words: readonly string[]) => {
    const { code, err } = await offprint(folder, ["build", "--format", "html,epub,pdf", "--out", out, ...words]);
    expect([code, err]).toEqual([0, expect.not.stringContaining("error")]);
    return snapshot(join(folder, out));
  };
  const whole = await build("whole", "--no-cache", "--jobs", "1");
  expect(Object.keys(whole)).toEqual(
    expect.arrayContaining(
      names.flatMap((name) => ["html", "epub", "pdf"].map((ending) => `${name}/${name}.${ending}`)),
    ),
  );
  expect(await build("several", "--no-cache", "--jobs", "3")).toEqual(whole);
  expect(await build("cold", "--jobs", "2")).toEqual(whole);
  expect(await build("cached")).toEqual(whole);
  await build("parts/1", "--no-cache", "--shard", "1/2");
  // From the cache of the whole.
  await build("parts/2", "--shard", "2/2");
  expect((await offprint(folder, ["assemble", "parts/2", "parts/1", "--out", "joined"])).code).toBe(0);
  expect(await snapshot(join(folder, "joined"))).toEqual(whole);
});
