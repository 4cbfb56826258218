import { spawnSync } from "node:child_process";
import { chmod, chown, cp, mkdir, mkdtemp, realpath, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readHost } from "../../src/world/host.ts";
import { root } from "../setup/run-script.ts";
import { offprint, snapshot } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";

const chart = {
  kind: "line",
  data: [
    { of: "2026-01", is: 1.5 },
    { of: "2026-02", is: 2 },
  ],
  x: "of",
  y: { field: "is" },
  caption: "C",
  summary: "S.",
};
// Words that sort and change their case in another way in other places, a number, and days.
const text = (date: string): string =>
  `---\ntitle: İstanbul and Ingle\n${date}contents: true\nreferences:\n  - { id: a, type: book, title: Äpfel, issued: 2026-03-29 }\n---\n\n## Zebra\n\nI owe 1,234.5.[^n] See [@a].\n\n[^n]: Note.\n\n## Äther\n\n\`\`\`chart\n${JSON.stringify(chart)}\n\`\`\`\n`;
const project = { "content/one/article.md": text("date: 2026-11-01\n"), "content/two/article.md": text("") };
const formats = "html,epub,docx,md,txt,pdf";

interface Surroundings {
  readonly folder?: string;
  readonly variables?: NodeJS.ProcessEnv;
  /** What a shell has before the program. */
  readonly shell?: string;
  readonly uid?: number;
  readonly formats?: string;
}

async function build({ folder, variables, shell = "exec", uid, formats: made = formats }: Surroundings) {
  const place = folder ?? (await temporaryFolder(project));
  const cache = await realpath(await mkdtemp(join(tmpdir(), "offprint-test-cache-")));
  onTestFinished(() => rm(cache, { recursive: true, force: true }));
  await symlink(join(readHost().cacheFolder, "browsers"), join(cache, "browsers"));
  if (uid !== undefined) for (const owned of [place, cache]) await chown(owned, uid, uid);
  const words = ["build", "--format", made, "--no-cache", "--out", "dist"];
  const command = `${shell} "$0" "$@"`;
  const { status, stderr } = spawnSync("sh", ["-c", command, process.execPath, join(root, "src/main.ts"), ...words], {
    cwd: place,
    encoding: "utf8",
    env: { ...process.env, OFFPRINT_CACHE: cache, ...variables },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  expect([status, stderr]).toEqual([0, expect.not.stringContaining("error")]);
  return snapshot(join(place, "dist"));
}

test("another folder, time zone, locale, umask, temporary folder and day give the same bytes; processors and user, too, where they can be changed", async () => {
  const usual = await build({});
  expect(Object.keys(usual).filter((path) => path.startsWith("one/"))).toEqual(
    expect.arrayContaining(["html", "epub", "docx", "md", "txt", "pdf"].map((ending) => `one/one.${ending}`)),
  );
  const count = Object.values(usual).reduce((sum, content) => sum + content.length, 0);
  let compared = 0;
  const names: string[] = [];
  const same = async (name: string, files: Promise<Record<string, string>>, expected = usual): Promise<void> => {
    const other = await files;
    const paths = Object.keys(expected);
    expect(Object.keys(other), name).toEqual(paths);
    expect(
      paths.filter((path) => other[path] !== expected[path]),
      name,
    ).toEqual([]);
    names.push(name);
    compared += paths.reduce((sum, path) => sum + (expected[path]?.length ?? 0), 0);
  };
  const elsewhere = join(await temporaryFolder(), "a folder", "ünder");
  await mkdir(elsewhere, { recursive: true });
  await cp(await temporaryFolder(project), elsewhere, { recursive: true });
  await same("folder", build({ folder: elsewhere }));
  const place = { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", LANGUAGE: "tr" };
  await same("time zone and locale", build({ variables: { ...place, HOME: await temporaryFolder() } }));
  await same("no locale", build({ variables: { TZ: "America/St_Johns", LC_ALL: "C", LANG: "C" } }));
  await same(
    "umask and temporary folder",
    build({ variables: { TMPDIR: await temporaryFolder() }, shell: "umask 077; exec" }),
  );
  if (process.platform === "linux") await same("one processor", build({ shell: "exec taskset -c 0" }));
  const later = await temporaryFolder(project);
  const clock = { now: () => new Date("2031-02-28T23:59:59Z") };
  expect((await offprint(later, ["build", "--format", formats, "--no-cache", "--out", "dist"], { clock })).code).toBe(
    0,
  );
  await same("day", snapshot(join(later, "dist")));
  if (process.getuid?.() === 0) {
    const folder = await temporaryFolder(project);
    await chmod(folder, 0o755);
    // Another user may not read the browser here: nothing that is printed, and no e-book, which has page numbers.
    const unprinted = "html,docx,md,txt";
    const other = build({ folder, uid: 65_534, formats: unprinted, variables: { HOME: folder } });
    await same("user", other, await build({ formats: unprinted }));
  }
  // Only root can become another user, and other systems have no `taskset`.
  const expected = ["folder", "time zone and locale", "no locale", "umask and temporary folder", "day"];
  expect(names).toEqual(expect.arrayContaining(expected));
  console.log(
    `${(count / 1e6).toFixed(1)} MB in ${Object.keys(usual).length} files; compared ${(compared / 1e6).toFixed(1)} MB: ${names.join(", ")}`,
  );
});
