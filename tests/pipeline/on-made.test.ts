import { expect, test } from "vitest";
import type { EditionName } from "../../src/model/edition.ts";
import { fail, succeed } from "../../src/model/outcome.ts";
import { makeEditions } from "../../src/pipeline/make-editions.ts";

type EditionsRequest = Parameters<typeof makeEditions>[0];

async function toldOf(
  order: readonly EditionName[],
  wanted = order,
  earlier?: EditionsRequest["earlier"],
): Promise<string[]> {
  const reported: string[] = [];
  const request: EditionsRequest = {
    common: {} as EditionsRequest["common"],
    order,
    wanted,
    counted: undefined,
    step: () => undefined,
    signal: undefined,
    make: async ({ edition, finished, isDraft = false }) => {
      const path = `${isDraft ? "draft of " : ""}${edition}, ${finished?.length ?? "no"} files`;
      const artifact = { path, edition, bytes: new Uint8Array(), mediaType: "", sha256: "", madeFrom: [] };
      return succeed({ artifact, pageMap: undefined, positions: undefined, suites: [] });
    },
    earlier,
    onMade: ({ path }) => void reported.push(path),
  };
  await makeEditions(request);
  return reported;
}

test("a draft of a page that lists files is reported before them, and the page with them", async () => {
  expect(await toldOf(["handout", "ebook", "web"])).toEqual([
    "draft of web, 0 files",
    "handout, no files",
    "ebook, no files",
    "web, 2 files",
  ]);
});

test("files of an earlier build are listed until there are new ones, but no page lists itself", async () => {
  const files = (["web", "handout", "ebook", "handout-key"] as const).map((edition) => ({
    path: edition,
    edition,
    bytes: new Uint8Array(),
    mediaType: "",
    sha256: "",
    madeFrom: [],
  }));
  const order = ["handout", "ebook", "handout-key", "web"] as const;
  expect((await toldOf(order, order, files))[0]).toBe("draft of web, 2 files");
  expect((await toldOf(["ebook", "web"], ["ebook", "web"], files))[0]).toBe("draft of web, 1 files");
});

test("a single page is made once; artifacts made for page numbers only are not reported", async () => {
  expect(await toldOf(["web"])).toEqual(["web, 0 files"]);
  expect(await toldOf(["handout", "ebook"], ["ebook"])).toEqual(["ebook, no files"]);
});

test("while the browser prints, the editions that do not print are prepared, once; a failure waits until they are made", async () => {
  const events: string[] = [];
  const artifact = { path: "", bytes: new Uint8Array(), mediaType: "", sha256: "", madeFrom: [] };
  const outcome = await makeEditions({
    common: {} as EditionsRequest["common"],
    order: ["handout", "large-print", "ebook", "web"],
    wanted: ["handout", "large-print", "ebook", "web"],
    counted: "handout",
    step: () => undefined,
    signal: undefined,
    prepare: async ({ edition }) => {
      events.push(`prepare ${edition}`);
      if (edition === "web") throw new Error("It cannot be loaded.");
    },
    make: async ({ edition, onPrinting }) => {
      if (edition === "handout" || edition === "large-print") onPrinting?.();
      await new Promise((resolve) => void setTimeout(resolve, 1));
      events.push(`made ${edition}`);
      return succeed({ artifact: { ...artifact, edition }, pageMap: undefined, positions: undefined, suites: [] });
    },
  });
  expect(outcome.ok).toBe(true);
  expect(events).toEqual([
    "prepare ebook",
    "prepare web",
    "made handout",
    "made large-print",
    "made ebook",
    "made web",
  ]);
});

test("a page is made when the files that it links to are written, and fails with one that fails its checks", async () => {
  const made: string[] = [];
  const make = (isGood: boolean) =>
    makeEditions({
      common: { publication: { slug: "text" } } as EditionsRequest["common"],
      order: ["handout", "web"],
      wanted: ["handout", "web"],
      counted: "handout",
      step: () => undefined,
      signal: undefined,
      make: async ({ edition, finished, onWritten }) => {
        const file = { bytes: new Uint8Array(5), mediaType: "application/pdf", pages: 3 };
        if (edition === "handout") onWritten?.(file);
        await new Promise((resolve) => void setTimeout(resolve, edition === "handout" ? 50 : 1));
        made.push(`${edition} ${finished?.map(({ path, size, pages }) => `${path} ${size} ${pages}`).join() ?? ""}`);
        if (edition === "handout" && !isGood) return fail();
        const artifact = { ...file, path: "", edition, sha256: "", madeFrom: [] };
        return succeed({ artifact, pageMap: undefined, positions: undefined, suites: [] });
      },
    });
  const good = await make(true);
  expect(good.ok && [...good.value.keys()]).toEqual(["handout", "web"]);
  expect(made).toEqual(["web text/text.pdf 5 3", "handout "]);
  expect((await make(false)).ok).toBe(false);
});
