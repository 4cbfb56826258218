import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contrast } from "../../src/template/contrast.ts";

const folder = join(import.meta.dirname, "../../templates/handout");

/** The custom properties of a style sheet whose values are colours. */
function colours(file: string): Map<string, string> {
  const css = readFileSync(join(folder, file), "utf8");
  return new Map(
    Array.from(css.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g), ([, name = "", value = ""]) => [name, value]),
  );
}

test.each(["tokens.css", "screen.css"])("code can be read on its ground: %s (WCAG 2.2, 1.4.3)", (file) => {
  const found = colours(file);
  const ground = found.get("--tint") ?? "";
  const words = [...found].filter(([name]) => name.startsWith("--code-"));
  expect(words).toHaveLength(5);
  for (const [name, colour] of words) expect(contrast(colour, ground), name).toBeGreaterThanOrEqual(4.5);
});
