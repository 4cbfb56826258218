import { basename, dirname, join } from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { pagesAddress } from "./pages-address.ts";
import type { Project } from "./project.ts";
import { projectFiles } from "./project-files.ts";

export interface InitResult {
  readonly written: readonly { readonly path: string; readonly purpose: string }[];
  /** Existing files, left unchanged. */
  readonly kept: readonly string[];
}

/** Writes the files of a publication project into the working folder. Keeps existing files. */
export async function initProject(world: World, version: string): Promise<Outcome<InitResult>> {
  const project = await detectProject(world, version);
  const written: { path: string; purpose: string }[] = [];
  const kept: string[] = [];
  try {
    for (const { path, purpose, isWanted = () => true, text } of projectFiles) {
      if (!isWanted(project)) continue;
      const whole = join(world.host.workingFolder, path);
      if (await world.disk.stat(whole)) {
        kept.push(path);
        continue;
      }
      await world.disk.makeFolder(dirname(whole));
      await world.disk.write(whole, new TextEncoder().encode(text(project)));
      written.push({ path, purpose });
    }
    return succeed({ written, kept });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(diagnostic("outputWritable", `The project cannot be written: ${reason}.`));
  }
}

/** Finds project data in the repository and in Git, without asking the user. */
async function detectProject(world: World, version: string): Promise<Project> {
  const folder = world.host.workingFolder;
  const git = async (...arguments_: string[]): Promise<string> => {
    const { code, stdout } = await world.shell.run("git", arguments_, { folder });
    return code === 0 ? stdout.trim() : "";
  };
  const [author, remote, remoteBranch, branch, content] = await Promise.all([
    git("config", "user.name"),
    git("remote", "get-url", "origin"),
    git("symbolic-ref", "--short", "refs/remotes/origin/HEAD"),
    git("symbolic-ref", "--short", "HEAD"),
    world.disk.stat(join(folder, "content")),
  ]);
  return {
    version,
    name: basename(folder),
    today: world.clock.now().toISOString().slice(0, 10),
    author: author || undefined,
    forge: /gitlab/i.test(remote) ? "gitlab" : "github",
    url: pagesAddress(remote),
    branch: remoteBranch.replace(/^origin\//, "") || branch || "main",
    hasContent: content !== undefined,
  };
}
