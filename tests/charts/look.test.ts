import { beforeAll, describe, expect, test } from "vitest";
import type { ChartLook } from "../../src/charts/look.ts";
import { contrast } from "../../src/template/contrast.ts";
import { handoutLook } from "../support/chart-look.ts";

let look: ChartLook;
beforeAll(async () => {
  look = await handoutLook();
});

describe.each(["light", "dark"] as const)("by %s", (time) => {
  test("words can be read on the ground (WCAG 2.2, 1.4.3)", () => {
    for (const tone of [look.ink, look.soft]) expect(contrast(tone[time], look.paper[time])).toBeGreaterThan(4.5);
  });

  test("lines and points can be seen on it (WCAG 2.2, 1.4.11)", () => {
    for (const tone of look.series) expect(contrast(tone[time], look.paper[time])).toBeGreaterThan(3);
  });

  test("surfaces that touch differ in lightness, as a grey print needs it", () => {
    const tones = look.fills.map((tone) => tone[time]);
    const steps = tones.slice(1).map((tone, index) => contrast(tone, tones[index] ?? tone));
    expect(Math.min(...steps)).toBeGreaterThan(1.25);
  });
});
