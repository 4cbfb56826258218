import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { saveFiles } from "../../src/pipeline/save.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

test("runs that save into one folder at once all succeed, and leave whole files and nothing else", async () => {
  const folder = await temporaryFolder();
  const names = ["work.html", "work.pdf", "manifest.json"];
  const runs = ["a", "b", "c", "d"].map((letter) => {
    const bytes = new TextEncoder().encode(letter.repeat(300_000));
    return saveFiles(
      worldIn(folder),
      join(folder, "dist"),
      names.map((name) => ({ path: `work/${name}`, bytes })),
    );
  });
  for (const outcome of await Promise.all(runs)) expect(outcome.diagnostics).toEqual([]);
  expect((await readdir(join(folder, "dist/work"))).toSorted()).toEqual(names.toSorted());
  for (const name of names) expect(await readFile(join(folder, "dist/work", name), "utf8")).toMatch(/^(.)\1{299999}$/);
});
