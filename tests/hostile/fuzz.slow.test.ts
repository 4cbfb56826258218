import { expect, test } from "vitest";
import { faultOf, faultOfBuild } from "../support/fuzz/hold.ts";
import { publicationOf } from "../support/fuzz/publications.ts";
import { faultOfRoster, rosterOf } from "../support/fuzz/rosters.ts";

// 100,000 of them, and one by its number: .github/scripts/fuzz.ts.

const numbers = (from: number, count: number): number[] => Array.from({ length: count }, (_, index) => from + index);

test("two thousand texts of random marks are read", async () => {
  const faults: string[] = [];
  for (const number of numbers(1, 2000)) {
    const fault = await faultOf(publicationOf(number));
    if (fault !== undefined) faults.push(`${number}: ${fault}`);
  }
  expect(faults).toEqual([]);
});

test("five hundred rosters are refused at their place, or each person has each value", async () => {
  const faults: string[] = [];
  let read = 0;
  const onRead = (people: number): void => void (read += people);
  for (const number of numbers(1, 500)) {
    const fault = await faultOfRoster(rosterOf(number), onRead);
    if (fault !== undefined) faults.push(`${number}: ${fault}`);
  }
  expect(faults).toEqual([]);
  expect(read).toBeGreaterThan(150);
});

test("forty of them are made, valid and the same twice", async () => {
  for (const number of numbers(5000, 40)) {
    const fault = await faultOfBuild(publicationOf(number), number % 10 === 0 ? ["web", "ebook", "handout"] : ["web"]);
    expect(fault, String(number)).toBeUndefined();
  }
});
