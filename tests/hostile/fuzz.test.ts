import fc from "fast-check";
import { expect, test } from "vitest";
import { faultOf, faultOfBuild } from "../support/fuzz/hold.ts";
import { publicationOf, publications } from "../support/fuzz/publications.ts";

test("reads a text with any marks: nothing throws, and nothing after them is lost", async () => {
  await fc.assert(
    fc.asyncProperty(publications, async (files) => {
      expect(await faultOf(files)).toBeUndefined();
    }),
    { seed: 20_260_101, numRuns: 100, endOnFailure: true },
  );
});

test("the result is valid, with equal bytes twice", async () => {
  for (const number of [1, 2]) expect(await faultOfBuild(publicationOf(number), ["web", "ebook"])).toBeUndefined();
});
