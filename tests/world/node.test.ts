import { chmod, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { disk } from "../../src/world/disk.ts";
import { cacheDir, readHost, initialCwd } from "../../src/world/host.ts";
import { shell } from "../../src/world/shell.ts";
import { wantsColour } from "../../src/world/terminal.ts";

const folder = await mkdtemp(join(tmpdir(), "offprint-test-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the disk", () => {
  test("returns what was stored", async () => {
    await disk.write(join(folder, "a"), new TextEncoder().encode("Grüße"));
    expect(new TextDecoder().decode(await disk.read(join(folder, "a")))).toBe("Grüße");
    expect(await disk.stat(join(folder, "a"))).toMatchObject({ kind: "file", size: 7 });
  });

  test("has no state for missing files", async () => {
    await writeFile(join(folder, "file"), "");
    expect(await disk.stat(join(folder, "none"))).toBeUndefined();
    expect(await disk.stat(join(folder, "file", "below"))).toBeUndefined();
  });

  test("rejects with the system's own code", async () => {
    await expect(disk.read(join(folder, "none"))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(disk.list(join(folder, "none"))).rejects.toMatchObject({ code: "ENOENT" });
    await expect(disk.rename(join(folder, "none"), join(folder, "b"))).rejects.toMatchObject({ code: "ENOENT" });
  });

  test("reports whether a file is executable", async () => {
    await writeFile(join(folder, "run.exe"), "");
    await chmod(join(folder, "run.exe"), 0o755);
    expect(await disk.stat(join(folder, "run.exe"))).toMatchObject({ executable: true });
    expect(await disk.stat(join(folder, "a"))).toMatchObject({ executable: false });
  });

  test("lists by code unit and follows links, even those that lead nowhere", async () => {
    const list = join(folder, "list");
    await disk.makeFolder(join(list, "deep", "deeper"));
    for (const name of ["b", "B", "ä", "10", "9"]) await writeFile(join(list, name), "");
    await symlink(join(list, "deep"), join(list, "to-folder"));
    await symlink(join(list, "nowhere"), join(list, "to-nothing"));
    expect((await disk.list(list)).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      "10 file",
      "9 file",
      "B file",
      "b file",
      "deep folder",
      "to-folder folder",
      "to-nothing other",
      "ä file",
    ]);
  });

  test("removes folders, and ignores missing ones", async () => {
    await disk.makeFolder(join(folder, "gone", "deep"));
    await disk.remove(join(folder, "gone"));
    await disk.remove(join(folder, "gone"));
    expect(await disk.stat(join(folder, "gone"))).toBeUndefined();
  });

  test("makes a new temporary folder each time, in the configured place", async () => {
    const [first, second] = [await disk.makeTemporaryFolder(folder), await disk.makeTemporaryFolder(folder)];
    expect(first).not.toBe(second);
    expect(first?.startsWith(folder)).toBe(true);
    expect(await disk.list(first ?? "")).toEqual([]);
  });
});

describe("the shell", () => {
  const node = process.execPath;

  test("gives code and output apart", async () => {
    const script = "console.log('out'); console.error('err'); process.exitCode = 3";
    expect(await shell.run(node, ["-e", script])).toEqual({ code: 3, stdout: "out\n", stderr: "err\n" });
  });

  test("hands arguments over as they are", async () => {
    const odd = ["a b", "$HOME", "; echo no", '"'];
    const { stdout } = await shell.run(node, ["-p", "JSON.stringify(process.argv.slice(1))", "--", ...odd]);
    expect(JSON.parse(stdout)).toEqual(odd);
  });

  test("explains why a program could not be started", async () => {
    const ended = await shell.run("offprint-no-such-program", []);
    expect(ended.code).toBe(-1);
    expect(ended.stderr).toContain("ENOENT");
  });

  test("stops a program that does not end", async () => {
    const ended = await shell.run(node, ["-e", "setInterval(() => {}, 1000)"], { timeout: 300 });
    expect(ended).toMatchObject({ code: -1, stderr: `${node} was stopped: it did not end in time.` });
  });

  test("adds variables and starts in a folder", async () => {
    const script = "process.env.OFFPRINT_TEST + (process.env.PATH ? ' with PATH ' : '') + process.cwd()";
    const here = await disk.realPath(folder);
    const { stdout } = await shell.run(node, ["-p", script], { folder: here, variables: { OFFPRINT_TEST: "x" } });
    expect(stdout.trim()).toBe(`x with PATH ${here}`);
  });

  test("gives a program that asks a question no answer", async () => {
    const script = "process.stdin.on('end', () => console.log('no answer')).resume()";
    expect(await shell.run(node, ["-e", script])).toMatchObject({ code: 0, stdout: "no answer\n" });
  });
});

describe("the host", () => {
  test("finds Offprint's own folder", async () => {
    const { toolFolder } = readHost();
    const packageFile = new TextDecoder().decode(await disk.read(join(toolFolder, "package.json")));
    expect(JSON.parse(packageFile)).toMatchObject({ name: "offprint" });
  });

  test.each<[string, string, string, Record<string, string>, string]>([
    ["Linux", "linux", "/home/a", {}, "/home/a/.cache/offprint"],
    ["XDG", "linux", "/home/a", { XDG_CACHE_HOME: "/var/a" }, "/var/a/offprint"],
    ["a relative XDG", "linux", "/home/a", { XDG_CACHE_HOME: "cache" }, "/home/a/.cache/offprint"],
    ["macOS", "darwin", "/Users/a", {}, "/Users/a/Library/Caches/offprint"],
    ["Windows", "win32", "C:\\a", { LOCALAPPDATA: "D:\\Local" }, "D:\\Local\\offprint"],
    ["a bare Windows", "win32", "C:\\a", {}, "C:\\a\\AppData\\Local\\offprint"],
    ["the user's wish", "linux", "/home/a", { OFFPRINT_CACHE: "/x", XDG_CACHE_HOME: "/y" }, "/x"],
  ])("keeps the cache where it belongs: %s", (_, platform, home, variables, expected) => {
    expect(cacheDir(platform, home, variables)).toBe(expected);
  });

  test("takes paths from where the user typed the command", () => {
    const throughNpm = { npm_lifecycle_event: "offprint", INIT_CWD: "/home/a/articles" };
    expect(initialCwd(throughNpm, "/opt/offprint", "/opt/offprint")).toBe("/home/a/articles");
    expect(initialCwd(throughNpm, "/elsewhere", "/opt/offprint")).toBe("/elsewhere");
    const inATest = { ...throughNpm, npm_lifecycle_event: "test" };
    expect(initialCwd(inATest, "/opt/offprint", "/opt/offprint")).toBe("/opt/offprint");
  });
});

test.each<[boolean, Record<string, string>, boolean]>([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "" }, true],
  [false, { FORCE_COLOR: "1" }, true],
  [true, { FORCE_COLOR: "0" }, false],
  [true, { FORCE_COLOR: "1", NO_COLOR: "1" }, false],
])("colour on a terminal (%s) with %o: %s", (interactive, variables, expected) => {
  expect(wantsColour(variables, interactive)).toBe(expected);
});
