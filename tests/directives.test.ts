import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { directives } from "../src/directives/directives.ts";

const texts = globSync("**/*.md", { cwd: join(import.meta.dirname, "cases") }).map((name) =>
  readFileSync(join(import.meta.dirname, "cases", name), "utf8"),
);

test.each(directives.map(({ name }) => name))("a case has the directive %s", (name) => {
  const written = new RegExp(`(?<![\\w:]):{1,5}${name}(?![\\w-])`);
  expect(texts.some((text) => written.test(text))).toBe(true);
});

test("each has a name of its own, an example of itself, and attributes that are described and can be left out", () => {
  expect(new Set(directives.map(({ name }) => name)).size).toBe(directives.length);
  for (const { name, example, description, attributes, ...forms } of directives) {
    expect(example).toMatch(new RegExp(`^:{1,3}${name}(?![\\w-])`));
    expect(description).toMatch(/^[A-Z].*\.$/);
    expect(Object.keys(forms).filter((form) => ["container", "leaf", "text"].includes(form))).not.toEqual([]);
    for (const schema of Object.values(attributes)) {
      expect(schema.description).toMatch(/^[A-Z].*\.$/);
      expect(schema.safeParse(undefined).success).toBe(true);
    }
  }
});
