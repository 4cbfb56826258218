import { expect, test } from "vitest";
import { digestOf } from "../../src/cache/digest.ts";

/** No two of these are the same to whoever looks closely. */
const different: readonly unknown[] = [
  undefined,
  null,
  true,
  false,
  0,
  -0,
  1,
  Number.NaN,
  1n,
  "",
  "1",
  "true",
  "undefined;",
  "\uD800",
  "\uD801",
  "\uFFFD",
  [],
  [[]],
  [undefined],
  ["a", "b"],
  ["b", "a"],
  ["ab"],
  ["a", ["b"]],
  [["a"], "b"],
  {},
  { a: undefined },
  { a: 1, b: 2 },
  { b: 2, a: 1 },
  { a: { b: 1 } },
  ["a", 1],
  new Map([["a", 1]]),
  new Map([[1, "a"]]),
  new Map([[["a", 1], "a"]]),
  new Set(["a", 1]),
  new Set(["a"]),
  new Date(0),
  new Date(1),
  new Uint8Array(),
  new Uint8Array([0]),
  new Uint8Array([0, 0]),
  "b0:",
];

test("different values have different digests", () => {
  const digests = different.map(digestOf);
  expect(new Set(digests).size).toBe(different.length);
  for (const digest of digests) expect(digest).toMatch(/^[0-9a-f]{64}$/);
});

test("equal values have equal digests, wherever they lie in memory", () => {
  const make = () => ({
    text: ["äöü 𝄞", "x".repeat(100_000)],
    map: new Map([["k", { at: new Date(5), of: new Set([1]) }]]),
    bytes: new Uint8Array([1, 2, 3]),
  });
  const whole = new Uint8Array([9, 1, 2, 3, 9]);
  expect(digestOf(make())).toBe(digestOf({ ...make(), bytes: Buffer.from(whole.buffer, 1, 3) }));
  const shared = { a: 1 };
  expect(digestOf([shared, shared])).toBe(digestOf([{ a: 1 }, { a: 1 }]));
});

test("a value deeper than any call stack has a digest", () => {
  let deep: unknown = "bottom";
  for (let level = 0; level < 100_000; level += 1) deep = [deep];
  expect(digestOf(deep)).not.toBe(digestOf([deep]));
});

test.each([[() => 1], [Symbol("a")], [new URL("a:b")], [/a/]])(
  "%s has no digest: its parts do not determine its behaviour",
  (value) => {
    expect(() => digestOf({ inside: [value] })).toThrow(TypeError);
  },
);
