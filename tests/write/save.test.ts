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

test("a print run of many files does not look through its folder for each of them", async () => {
  const folder = await temporaryFolder();
  const world = worldIn(folder);
  let looks = 0;
  const list: typeof world.disk.list = (path) => ((looks += 1), world.disk.list(path));
  const counted = { ...world, disk: { ...world.disk, list } };
  for (let row = 0; row < 50; row += 1) {
    const saved = await saveFiles(counted, join(folder, "out"), [{ path: `${row}.pdf`, bytes: new Uint8Array(3) }]);
    expect(saved.diagnostics).toEqual([]);
  }
  expect(looks).toBe(1);
});
