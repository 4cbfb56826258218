import { h } from "hastscript";
import { expect, test } from "vitest";
import { captionTitle } from "../../src/template/caption-title.ts";

const captionWith = (properties: Record<string, string>, words: string) =>
  h("figcaption", [h("span", { className: ["caption-label"], ...properties }, "Figure 1."), " ", words]);

test("a caption in the direction of its label is as it stands", () => {
  expect(captionTitle(captionWith({}, "A curve"))).toBe("Figure 1. A curve");
  expect(captionTitle(captionWith({ lang: "en" }, "Eine Kurve"))).toBe("Figure 1. Eine Kurve");
});

test("a caption in the other direction is isolated from its label", () => {
  expect(captionTitle(captionWith({ lang: "en", dir: "ltr" }, "منحنى 25."))).toBe("Figure 1. \u2068منحنى 25.\u2069");
});
