import { join } from "node:path";
import { expect, test } from "vitest";
import { rememberFiles } from "../../src/preview/remember-files.ts";
import { disk } from "../../src/world/disk.ts";
import { replaceFile, temporaryFolder, writeFiles } from "../support/temporary.ts";

const read = async (from: typeof disk, path: string): Promise<string> =>
  new TextDecoder().decode(await from.read(path));

test("a remembered file is read once, until it is forgotten; others are read each time", async () => {
  const folder = await temporaryFolder({ "a/one.txt": "one", "b/one.txt": "one" });
  const [path, other] = [join(folder, "a/one.txt"), join(folder, "b/one.txt")];
  const files = rememberFiles(disk, (asked) => asked.startsWith(join(folder, "a")));
  const sizes = async () => [(await files.disk.stat(path))?.size, (await files.disk.stat(other))?.size];
  const texts = async () => [await read(files.disk, path), await read(files.disk, other)];
  expect([await texts(), await sizes()]).toEqual([
    ["one", "one"],
    [3, 3],
  ]);
  for (const name of ["a/one.txt", "b/one.txt"]) await replaceFile(folder, name, "three");
  expect([await texts(), await sizes()]).toEqual([
    ["one", "three"],
    [3, 5],
  ]);
  files.forget();
  expect([await texts(), await sizes()]).toEqual([
    ["three", "three"],
    [5, 5],
  ]);
});

test("what is not there is looked for again", async () => {
  const folder = await temporaryFolder({});
  const path = join(folder, "later.txt");
  const files = rememberFiles(disk, () => true);
  expect(await files.disk.stat(path)).toBeUndefined();
  await expect(files.disk.read(path)).rejects.toThrow("ENOENT");
  await writeFiles(folder, { "later.txt": "later" });
  expect((await files.disk.stat(path))?.size).toBe(5);
  expect(await read(files.disk, path)).toBe("later");
});
