import { execFileSync } from "node:child_process";
import { chmod, cp, readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commitTime } from "../../src/source/commit-time.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const day = "2026-03-04T05:06:07Z";

async function committed(): Promise<string> {
  const folder = await temporaryFolder({ "a.md": "# A\n", "b.md": "# B\n" });
  const git = (...values: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...values], {
      cwd: folder,
      stdio: "ignore",
      env: {
        ...process.env,
        GIT_COMMITTER_DATE: day,
        GIT_AUTHOR_DATE: day,
        GIT_CONFIG_GLOBAL: "",
        GIT_CONFIG_NOSYSTEM: "1",
      },
    });
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "-m", "One");
  return folder;
}

const timeOf = (folder: string, ...names: string[]) =>
  commitTime(
    worldIn(folder),
    folder,
    names.map((name) => join(folder, name)),
  );

test("the time is the commit's, in a copy and whatever times the files have, until one of them is changed", async () => {
  const folder = await committed();
  expect(await timeOf(folder, "a.md", "b.md")).toEqual(new Date(day));
  const copy = await temporaryFolder();
  await cp(folder, copy, { recursive: true });
  await utimes(join(copy, "a.md"), new Date(0), new Date(0));
  expect(await timeOf(copy, "a.md", "b.md")).toEqual(new Date(day));
  await writeFile(join(copy, "b.md"), "# B\r\n");
  expect(await timeOf(copy, "a.md", "b.md")).toEqual(new Date(day));
  await writeFile(join(copy, "b.md"), "# C\n");
  expect(await timeOf(copy, "a.md")).toEqual(new Date(day));
  expect(await timeOf(copy, "a.md", "b.md")).toBeUndefined();
  expect(await timeOf(copy, "none.md")).toBeUndefined();
});

test("nothing that the repository's configuration names is started", async () => {
  const folder = await committed();
  const trap = join(folder, "trap.sh");
  await writeFile(trap, `#!/bin/sh\ntouch "${join(folder, "sprung")}"\n`);
  await chmod(trap, 0o755);
  const config = `[core]\n\trepositoryformatversion = 1\n\tfsmonitor = ${trap}\n\tpager = ${trap}\n\tsshCommand = ${trap}\n\thooksPath = ${folder}
[log]\n\tshowSignature = true\n[gpg]\n\tprogram = ${trap}\n[alias]\n\tlog = !${trap}\n[diff]\n\texternal = ${trap}
[extensions]\n\tpartialClone = origin\n[remote "origin"]\n\turl = ext::${trap}\n\tpromisor = true\n[protocol "ext"]\n\tallow = always\n`;
  await writeFile(join(folder, ".git", "config"), config);
  expect(await timeOf(folder, "a.md")).toEqual(new Date(day));
  expect(await readdir(folder)).not.toContain("sprung");
});

test.each([
  ["HEAD", "ref: refs/../../../etc/passwd\n"],
  ["HEAD", "ref: refs/heads/none\n"],
  ["HEAD", "--output=x\n"],
  ["HEAD", `${"0".repeat(40)}\n`],
  ["commondir", "/dev\n"],
])("a repository that is none has no commits: %s", async (name, text) => {
  const folder = await committed();
  await writeFile(join(folder, ".git", name), text);
  expect(await timeOf(folder, "a.md")).toBeUndefined();
});
