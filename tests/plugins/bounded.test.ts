import { AsyncLocalStorage } from "node:async_hooks";
import { expect, test } from "vitest";
import { bounded } from "../../src/model/plugin/bounded.ts";
import { guarded, PluginError } from "../../src/model/plugin/plugin-error.ts";

const endless = (): never => {
  for (;;);
};

test("a function that never ends is stopped, a regular expression too, also where it catches everything", () => {
  const stopped = "It was stopped after 0.05 seconds.";
  expect(() => bounded(endless, 50)).toThrow(stopped);
  expect(() => bounded(() => /^(?:a+)+$/.test(`${"a".repeat(50)}b`), 50)).toThrow(stopped);
  const stubborn = (): unknown => {
    try {
      return endless();
    } catch {
      return 1;
    }
  };
  expect(() => bounded(stubborn, 50)).toThrow(stopped);
});

test("what it returns, throws and knows is as it would be without", async () => {
  const scope = new AsyncLocalStorage<number>();
  const list: unknown[] = [];
  const same = scope.run(7, () => bounded(() => [list, scope.getStore(), bounded(() => 2)] as const));
  expect(same[0]).toBe(list);
  expect(same.slice(1)).toEqual([7, 2]);
  const error = new TypeError("no");
  expect(() =>
    bounded(() => {
      throw error;
    }),
  ).toThrow(error);
  expect(await bounded(() => Promise.resolve(3))).toBe(3);
  expect(Reflect.ownKeys(globalThis)).not.toContain(Symbol.for("offprint.bounded"));
});

test("functions of plug-ins are bounded and named", () => {
  const plugin = { name: "house", version: "1.0.0" };
  expect(guarded(plugin, "the chart", (a: number) => a + 1)(1)).toBe(2);
  const fail = guarded(plugin, "the chart", () => bounded(() => expect.fail("no"), 50));
  expect(fail).toThrow(PluginError);
});
