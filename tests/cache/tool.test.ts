import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toolDigest, toolInputs } from "../../src/cache/tool.ts";
import type { Host } from "../../src/model/world.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const digest = (toolFolder: string, changes: Partial<Host> = {}) => {
  const world = worldIn("/");
  return toolDigest({ ...world, host: { ...world.host, toolFolder, ...changes } });
};

const files = { "src/main.ts": "1", "src/room/file.ts": "2", "package-lock.json": "{}", "content/a.md": "text" };

test("every change of the program or its dependencies gives another digest", async () => {
  const folder = await temporaryFolder(files);
  const first = await digest(folder);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(await digest(folder)).toBe(first);
  const seen = new Set([first]);
  const changes = {
    "src/room/file.ts": "3",
    "src/new.ts": "",
    "package-lock.json": "{ }",
    "node_modules/.package-lock.json": "{}",
  };
  for (const [path, text] of Object.entries(changes)) {
    await writeFiles(folder, { [path]: text });
    const changed = await digest(folder);
    expect(seen, path).not.toContain(changed);
    seen.add(changed);
  }
  for (const host of [{ nodeVersion: "1.2.3" }, { platform: "plan9" }, { architecture: "vax" }]) {
    expect(seen, JSON.stringify(host)).not.toContain(await digest(folder, host));
  }
});

test("files outside the program change nothing", async () => {
  const folder = await temporaryFolder(files);
  const first = await digest(folder);
  await writeFile(join(folder, "content/a.md"), "another text");
  await writeFiles(folder, { "lib/main.js": "another way in which the program can be had" });
  expect(await digest(folder)).toBe(first);
});

test("as a package among others, Offprint is described by their lockfile", async () => {
  const folder = await temporaryFolder({
    "node_modules/.package-lock.json": "1",
    "node_modules/offprint/lib/a.js": "",
  });
  const inside = join(folder, "node_modules", "offprint");
  const digestOf = () => digest(inside, { programFolder: "lib" });
  const first = await digestOf();
  expect(first).toBeDefined();
  await writeFiles(folder, { "node_modules/.package-lock.json": "2" });
  const second = await digestOf();
  expect(second).not.toBe(first);
  await writeFiles(inside, { "lib/a.js": "changed" });
  expect(await digestOf()).not.toBe(second);
});

test("without a lockfile the build's versions are unknown", async () => {
  const bare = worldIn("/");
  const disk = { ...bare.disk, read: () => Promise.reject(new Error("ENOENT")), list: async () => [] };
  expect(await toolDigest({ ...bare, disk })).toBeUndefined();
});

test("the sources and the bundle beside them are two programs, whose remembered digests are kept apart", () => {
  const { host } = worldIn("/");
  const inputs = ["src", "lib"].map((programFolder) => toolInputs({ host: { ...host, programFolder } }));
  expect(inputs[0]).not.toEqual(inputs[1]);
});
