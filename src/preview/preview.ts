import { basename, dirname, join, resolve } from "node:path";
import { noteFolders } from "./folders-read.ts";
import { WatchedFolders } from "./watched-folders.ts";
import { build } from "../pipeline/build.ts";
import type { BuildRequest } from "../pipeline/build-request.ts";
import { text } from "../diagnostics/print/text.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { coalesce } from "../model/coalesce.ts";
import { standardInput } from "../model/imported.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { keepBrowser } from "./keep-browser.ts";
import { answer } from "./request-handler.ts";
import { createStage, type Stage } from "./state.ts";

export interface Preview {
  /** With a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Build, show the result at a local address, and build and show again whenever a file changes. */
export async function startPreview(world: World, request: BuildRequest, port: number): Promise<Outcome<Preview>> {
  const folders = await foldersOf(world, request);
  if (!folders.ok) return folders;
  const kept = keepBrowser(world);
  const stage = createStage();
  try {
    const server = await world.network.serve(port, (asked) => Promise.resolve(answer(asked, stage)));
    const rebuild = coalesce(async () => watchers.add(await rebuildOnce(kept.world, request, stage)));
    const watchers = new WatchedFolders(world.watcher, () => void rebuild());
    await watchers.add(folders.value);
    void rebuild();
    const close = async (): Promise<void> => {
      watchers.close();
      stage.close();
      await server.close();
      await rebuild.settled();
      await kept.close();
    };
    return succeed({ url: server.url, close });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(
      diagnostic(
        "commandShape",
        `The preview cannot be shown on port ${port}: ${reason}.`,
        "Choose another: --port 0.",
      ),
    );
  }
}

/** What must be watched: where the sources lie, and templates of the user's own. */
async function foldersOf(world: World, { sources, config }: BuildRequest): Promise<Outcome<string[]>> {
  const { workingFolder, toolFolder } = world.host;
  const own = [config.templates ?? []].flat();
  const folders = new Set(
    own.length > 0 ? own.map((folder) => resolve(workingFolder, folder)) : [join(toolFolder, "templates")],
  );
  if (sources.includes(standardInput)) {
    const hint = "Name a Markdown file or a publication folder.";
    return fail(diagnostic("commandShape", "The preview follows files, and standard input is none.", hint));
  }
  for (const source of sources) {
    const path = resolve(workingFolder, source);
    const state = await world.disk.stat(path);
    if (!state) {
      const hint = "Name a Markdown file or a publication folder.";
      return fail(diagnostic("sourceExists", `"${source}" does not exist.`, hint));
    }
    folders.add(state.kind === "folder" ? path : dirname(path));
  }
  return succeed([...folders]);
}

/** The folders of what was read below the project's roots: pictures and texts may lie beside the sources. */
async function rebuildOnce(world: World, request: BuildRequest, stage: Stage): Promise<string[]> {
  stage.begin();
  const noted = noteFolders(world.disk);
  const seen = Object.create(world, { disk: { value: noted.disk, enumerable: true } }) as World;
  const outcome = await build(seen, request);
  const report = { diagnostics: outcome.diagnostics, sources: new Map<string, string>(), files: [], verb: "" };
  const { errors } = text(report, { colour: false, columns: 100 });
  stage.finish(outcome.ok ? outcome.value.flatMap(({ artifacts }) => artifacts) : undefined, errors);
  const what = outcome.ok ? "Built" : "Not built";
  world.terminal.printError(`${errors}${what}: ${request.sources.map((source) => basename(source)).join(", ")}\n`);
  return [...noted.folders].filter(
    (folder) => folder.startsWith(world.host.workingFolder) && !folder.includes("node_modules"),
  );
}
