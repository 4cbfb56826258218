import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contrast } from "../../src/template/contrast.ts";

const folder = join(import.meta.dirname, "../../templates/handout");

/** The custom properties of a style sheet whose values are colours: by day, or those of `light-dark()` by day and night. */
function colours(file: string, scheme: 0 | 1): Map<string, string> {
  const css = readFileSync(join(folder, file), "utf8");
  const colour = /(--[\w-]+): (?:(#[0-9a-f]{6})|light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\));/g;
  return new Map(
    Array.from(css.matchAll(colour), ([, name = "", only, light = "", dark = ""]) => [
      name,
      only ?? (scheme === 0 ? light : dark),
    ]),
  );
}

test.each([
  ["tokens.css", "light", 0],
  ["screen.css", "light", 0],
  ["screen.css", "dark", 1],
] as const)("code can be read on its ground: %s, %s (WCAG 2.2, 1.4.3)", (file, _, scheme) => {
  const found = colours(file, scheme);
  const ground = found.get("--tint") ?? "";
  const words = [...found].filter(([name]) => name.startsWith("--code-"));
  expect(words).toHaveLength(5);
  for (const [name, value] of words) expect(contrast(value, ground), name).toBeGreaterThanOrEqual(4.5);
});
