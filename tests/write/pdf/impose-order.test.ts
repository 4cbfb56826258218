import { describe, expect, test } from "vitest";
import {
  creepOf,
  type FoldedSheet,
  imposePages,
  sheetsPerSignature,
  type Slot,
} from "../../../src/formats/pdf/impose/order.ts";

/** What a reader sees who folds the sheets, lays the signatures on each other and turns the leaves. */
function read(sheets: readonly FoldedSheet[], bound: "left" | "right"): Slot[] {
  const signatures = [...Map.groupBy(sheets, ({ signature }) => signature).values()];
  return signatures.flatMap((signature) => {
    // Folded, each sheet is two leaves; the first half of each lies before the fold, the other behind it.
    const leaves = signature.map(({ front, back }) =>
      bound === "left"
        ? { before: [front[1], back[0]], behind: [back[1], front[0]] }
        : { before: [front[0], back[1]], behind: [back[0], front[1]] },
    );
    return [...leaves.flatMap(({ before }) => before), ...leaves.toReversed().flatMap(({ behind }) => behind)];
  });
}

describe("folded sheets are read from the first page to the last", () => {
  const cases = [1, 3, 4, 5, 8, 20, 21, 46].flatMap((count) =>
    [1, 2, 4, 12].flatMap((sheets) => (["left", "right"] as const).map((bound) => [count, sheets, bound] as const)),
  );

  test.each(cases)("%i pages in signatures of %i sheets, bound on the %s", (count, sheets, bound) => {
    const imposed = imposePages(count, sheets, bound);
    const pages = Array.from({ length: imposed.length * 4 }, (_, index) => (index < count ? index + 1 : undefined));
    expect(read(imposed, bound)).toEqual(pages);
    expect(imposed).toHaveLength(Math.ceil(count / 4));
  });
});

test("eight pages are two sheets, the cover outside", () => {
  expect(imposePages(8, 2)).toEqual([
    { front: [8, 1], back: [2, 7], signature: 0, depth: 0 },
    { front: [6, 3], back: [4, 5], signature: 0, depth: 1 },
  ]);
});

test("bound on the right, the cover is on the left half", () => {
  expect(imposePages(4, 1, "right")).toEqual([{ front: [1, 4], back: [3, 2], signature: 0, depth: 0 }]);
});

test("pages that are not there are blank, at the end", () => {
  expect(imposePages(6, 2)[0]).toMatchObject({ front: [undefined, 1], back: [2, undefined] });
});

test("a thick booklet is several signatures, a thin one is folded as one", () => {
  expect(sheetsPerSignature(40, 0)).toBe(10);
  expect(sheetsPerSignature(41, 0)).toBe(4);
  expect(sheetsPerSignature(41, 7)).toBe(7);
  expect(imposePages(41, 4).map(({ signature }) => signature)).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2]);
});

test("inner sheets move to the fold by the thickness of those around them", () => {
  expect(imposePages(20, 3).map((sheet) => creepOf(sheet, 0.25))).toEqual([0, 0.25, 0.5, 0, 0.25]);
});
