import { join } from "node:path";
import { expect, test } from "vitest";
import { findPackagesIn, importOptional, NotInstalled, packageFile } from "../../src/model/optional-package.ts";
import { temporaryFolder } from "../support/temporary.ts";

// An Offprint that npx runs lies in npm's cache; what a project installs is in the project.

test("a package of the project is found from its folder and those in it, though Offprint lies elsewhere", async () => {
  const folder = await temporaryFolder({
    "node_modules/@faces/harbour/unicode.json": "{}",
    "content/a.md": "A text",
  });
  expect(packageFile("@faces/harbour/unicode.json")).toBeUndefined();
  findPackagesIn(join(folder, "content"));
  expect(packageFile("@faces/harbour/unicode.json")).toBe(join(folder, "node_modules/@faces/harbour/unicode.json"));
});

test("a package that nobody has is named with the command that installs it", async () => {
  const asked = importOptional("pg-boss-of-nobody");
  await expect(asked).rejects.toThrow(NotInstalled);
  await expect(asked).rejects.toMatchObject({
    message: "pg-boss-of-nobody is not installed",
    hint: "Run: npm install pg-boss-of-nobody",
  });
});
