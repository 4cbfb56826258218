import { expect, test } from "vitest";
import type { Browser } from "../../src/model/browser.ts";
import { type Outcome, succeed } from "../../src/model/outcome.ts";
import type { World } from "../../src/model/world.ts";
import { openBuildCache } from "../../src/pipeline/build-cache.ts";
import { build } from "../../src/pipeline/build.ts";
import type { BuildRequest } from "../../src/pipeline/build-request.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const text = (word: string): string =>
  `---\ndate: 2026-11-01\n---\n\n# A ${word}\n\n## One\n\nIt has a note.[^1]\n\n## Two\n\nText.\n\n## Three\n\nText.\n\n[^1]: The note.\n`;

/** Returns a world that counts the prints of its browser. */
function counting(world: World): { readonly seen: World; readonly prints: () => number } {
  let prints = 0;
  const open = async (...options: Parameters<World["browsers"]["open"]>): Promise<Outcome<Browser>> => {
    const opened = await world.browsers.open(...options);
    if (!opened.ok) return opened;
    const print: Browser["print"] = (...page) => {
      prints += 1;
      return opened.value.print(...page);
    };
    return succeed({ ...opened.value, print });
  };
  const take = (): number => {
    const taken = prints;
    prints = 0;
    return taken;
  };
  return { seen: { ...world, browsers: { ...world.browsers, open } }, prints: take };
}

test("a text that is edited is printed once, from where its parts were; a build prints it anew to the same bytes", async () => {
  const folder = await temporaryFolder({ "text/article.md": text("text") });
  const here = worldIn(folder);
  const cacheFolder = await temporaryFolder({});
  const { seen, prints } = counting({ ...here, host: { ...here.host, cacheFolder } });
  const cache = openBuildCache(seen, {});
  const request: BuildRequest = { sources: ["text"], editions: ["handout"], config: {}, toolVersion: "0", cache };
  const layouts: BuildRequest["layouts"] = new Map();
  const digestOf = async (asked: BuildRequest): Promise<string | undefined> => {
    const built = await build(seen, asked);
    return built.ok ? built.value[0]?.artifacts[0]?.sha256 : undefined;
  };

  const first = await digestOf({ ...request, layouts });
  expect(prints()).toBe(3);
  expect([...layouts.keys()]).toEqual(["text handout"]);
  // What was printed from no layout is a build's result too.
  expect(await digestOf(request)).toBe(first);
  expect(prints()).toBe(0);

  await writeFiles(folder, { "text/article.md": text("word") });
  const second = await digestOf({ ...request, layouts });
  // The document and its running heads.
  expect(prints()).toBe(2);
  expect(second).not.toBe(first);
  expect(await digestOf(request)).toBe(second);
  expect(prints()).toBe(3);
});
