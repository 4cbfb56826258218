import { createHash } from "node:crypto";
import { join, resolve } from "node:path";
import { relativePath } from "../model/shown-path.ts";
import type { World } from "../model/world.ts";
import { findProjectRoot } from "./project-root.ts";

const maxFileBytes = 16 * 2 ** 20;
const hash = /^[0-9a-f]{40}$/;

/** Milliseconds allowed for searching a long history. */
const timeLimit = 60_000;

/**
 * Returns the time of the last commit that changed any of these files, provided that all are as in HEAD. Undefined
 * outside a repository, in a shallow clone that does not reach so far back, and where git is not installed.
 *
 * A repository's configuration can name programs for git to start (fsmonitor, signatures, transports), and a text may
 * come with an untrusted repository. So git gets a folder of our own as its repository, which uses only the objects of
 * the other.
 */
export async function commitTime(world: World, folder: string, paths: readonly string[]): Promise<Date | undefined> {
  const root = await findProjectRoot(world, folder);
  const git = await gitFolders(world, root);
  const head = git && (await headOf(world, git));
  if (!git || head === undefined) return undefined;
  const shallow = (await read(world, join(git.common, "shallow")))?.split("\n").filter((line) => hash.test(line)) ?? [];
  const own = await world.disk.makeTemporaryFolder().catch(() => undefined);
  if (own === undefined) return undefined;
  try {
    for (const name of ["objects", "refs"]) await world.disk.makeFolder(join(own, name));
    await write(world, join(own, "HEAD"), "ref: refs/heads/none\n");
    await write(world, join(own, "config"), "[core]\n\trepositoryformatversion = 0\n\tbare = true\n");
    if (shallow.length > 0) await write(world, join(own, "shallow"), `${shallow.join("\n")}\n`);
    const run = gitIn(world, own, join(git.common, "objects"));
    const names = paths.map((path) => relativePath(root, path));
    if (!(await isAsCommitted(world, run, head, { names, paths }))) return undefined;
    const [commit = "", seconds = ""] = (await run("log", "-1", "--format=%H %ct", head, "--", ...names)).split(/\s/);
    const time = Number(seconds) * 1000;
    return hash.test(commit) && !shallow.includes(commit) && time >= earliest && time < latest
      ? new Date(time)
      : undefined;
  } catch {
    return undefined;
  } finally {
    await world.disk.remove(own).catch(() => undefined);
  }
}

/** Range of dates of ZIP entries, and so of EPUB. */
const [earliest, latest] = [Date.UTC(1980, 0, 2), Date.UTC(2107, 11, 31)];

/**
 * Returns the history state of a folder: the checked-out commit, and where a shallow clone ends. Undefined outside a
 * repository.
 */
export async function historyOf(world: World, folder: string): Promise<string | undefined> {
  const git = await gitFolders(world, await findProjectRoot(world, folder));
  const head = git && (await headOf(world, git));
  return (
    head && `${head} ${((await read(world, join(git.common, "shallow"))) ?? "").replaceAll("\n", " ").trim()}`.trim()
  );
}

interface GitFolders {
  readonly own: string;
  /** The same, except in a worktree. */
  readonly common: string;
}

/** Finds the git folders. In a worktree or a submodule, `.git` is a file (gitrepository-layout). */
async function gitFolders(world: World, root: string): Promise<GitFolders | undefined> {
  const path = join(root, ".git");
  const state = await world.disk.stat(path).catch(() => undefined);
  if (!state) return undefined;
  const named = state.kind === "folder" ? "." : /^gitdir: (.+)\n?$/.exec((await read(world, path)) ?? "")?.[1];
  if (named === undefined) return undefined;
  const own = state.kind === "folder" ? path : resolve(root, named);
  const common = (await read(world, join(own, "commondir")))?.trim();
  return { own, common: common === undefined ? own : resolve(own, common) };
}

async function headOf(world: World, { own, common }: GitFolders): Promise<string | undefined> {
  const head = (await read(world, join(own, "HEAD")))?.trim() ?? "";
  if (hash.test(head)) return head;
  const name = /^ref: (refs\/.+)$/.exec(head)?.[1];
  if (name === undefined || name.split("/").includes("..")) return undefined;
  const loose = ((await read(world, join(own, name))) ?? (await read(world, join(common, name))))?.trim();
  if (loose !== undefined) return hash.test(loose) ? loose : undefined;
  const packed = (await read(world, join(common, "packed-refs")))?.split("\n") ?? [];
  const found = packed.find((line) => line.slice(41) === name)?.slice(0, 40);
  return found !== undefined && hash.test(found) ? found : undefined;
}

type Git = (...args: readonly string[]) => Promise<string>;

function gitIn(world: World, own: string, objects: string): Git {
  const variables = {
    GIT_DIR: own,
    GIT_OBJECT_DIRECTORY: objects,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: join(own, "config"),
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_OPTIONAL_LOCKS: "0",
    LC_ALL: "C",
  };
  return async (...args) => {
    const options = { folder: own, timeout: timeLimit, variables };
    const { code, stdout } = await world.shell.run("git", ["--no-pager", "--literal-pathspecs", ...args], options);
    if (code !== 0) throw new Error(`git ended with ${code}.`);
    return stdout;
  };
}

/** Reports whether files on disk equal the commit, ignoring line ends, which git may convert. */
async function isAsCommitted(
  world: World,
  run: Git,
  head: string,
  { names, paths }: { readonly names: readonly string[]; readonly paths: readonly string[] },
): Promise<boolean> {
  const listed = await run("ls-tree", "-z", "--full-tree", head, "--", ...names);
  const blobs = new Map(
    listed.split("\0").map((line) => [line.slice(line.indexOf("\t") + 1), line.split(/[ \t]/)[2]] as const),
  );
  for (const [index, path] of paths.entries()) {
    const bytes = Buffer.from(await world.disk.read(path));
    const plain = Buffer.from(bytes.toString("latin1").replaceAll("\r\n", "\n"), "latin1");
    if (![blobOf(bytes), blobOf(plain)].includes(blobs.get(names[index] ?? "") ?? "")) return false;
  }
  return true;
}

/** Returns the object name of a file's content (gitformat-loose). */
function blobOf(bytes: Buffer): string {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

async function read(world: World, path: string): Promise<string | undefined> {
  const state = await world.disk.stat(path).catch(() => undefined);
  if (state?.kind !== "file" || state.size > maxFileBytes) return undefined;
  return new TextDecoder().decode(await world.disk.read(path));
}

function write(world: World, path: string, text: string): Promise<void> {
  return world.disk.write(path, new TextEncoder().encode(text));
}
