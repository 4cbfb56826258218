import { escapeControls } from "../diagnostics/print/escape-controls.ts";
import { basename, dirname, join, resolve } from "node:path";
import { noteFolders } from "./folders-read.ts";
import { WatchedFolders } from "./watched-folders.ts";
import { build } from "../pipeline/build.ts";
import type { BuildRequest } from "../pipeline/build-request.ts";
import { text } from "../diagnostics/print/text.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { once } from "../model/once.ts";
import { coalesce } from "../model/coalesce.ts";
import { standardInput } from "../model/imported.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { World } from "../model/world.ts";
import { editorOf } from "./editor.ts";
import { keepBrowser } from "../model/keep-browser.ts";
import { type Places, placesOf, readPlaces } from "./places.ts";
import { isKnownToStay, rememberFiles } from "./remember-files.ts";
import { answer } from "./request-handler.ts";
import { createStateStore, type StateStore } from "./state.ts";

export interface Preview {
  /** With a trailing slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** The configuration of a request: its files, and how it is reloaded. */
export interface Configuration {
  /** Absolute paths. */
  files(this: void): Promise<readonly string[]>;
  read(this: void): Promise<Outcome<BuildRequest>>;
}

/**
 * Builds, shows the result at a local address, and rebuilds whenever a source or the configuration changes. The list of
 * sources is fixed at the start.
 */
export async function startPreview(
  world: World,
  first: BuildRequest,
  port: number,
  configuration?: Configuration,
): Promise<Outcome<Preview>> {
  let request = first;
  const layouts: NonNullable<BuildRequest["layouts"]> = new Map();
  const folders = await foldersOf(world, request);
  if (!folders.ok) return folders;
  const browser = keepBrowser(world);
  const files = rememberFiles(browser.world.disk, (path) => isKnownToStay(path, world, folders.value));
  const store = createStateStore(editorOf(world.host));
  /** The publication that was read last, and its places. */
  let prepared: { readonly slug: string; readonly places: () => Promise<Places> } | undefined;
  let running = new AbortController();
  const rebuild = coalesce(async () => {
    running = new AbortController();
    const { signal } = running;
    prepared = undefined;
    const onPrepared: BuildRequest["onPrepared"] = (slug, publication) => {
      prepared = { slug, places: once(async () => placesOf(publication)) };
    };
    // Watched as soon as something is read from them, so that no change during the build is missed.
    const disk = noteFolders(files.disk, (folder) => {
      if (isOwn(world, folder)) watchers.add([folder]).catch(() => undefined);
    });
    const seen = Object.create(browser.world, { disk: { value: disk, enumerable: true } }) as World;
    const fault = await rebuildOnce(seen, { ...request, signal, layouts, onPrepared }, store).catch(
      (error: unknown) => {
        if (!signal.aborted) throw error;
        return undefined;
      },
    );
    if (fault) await browser.renew();
  });
  const watchers = new WatchedFolders(world.watcher, (paths) => {
    if (paths.some((path) => isKnownToStay(path, world, folders.value))) files.forget();
    running.abort();
    void rebuild();
  });
  const places = remembered(
    async (slug) => (prepared?.slug === slug ? prepared.places() : readPlaces(browser.world, request, slug)),
    () => store.version,
  );
  const context = { world, store, placesOf: places };
  const configured = new WatchedFolders(world.watcher, () => {
    running.abort();
    void reconfigure();
  });
  const reconfigure = coalesce(async () => {
    const read = await configuration?.read();
    if (read?.ok) request = read.value;
    // The last result stays visible, together with the errors.
    else if (read) store.finish([], read.diagnostics, true);
    if (configuration) await configured.add(await configuration.files());
    if (read && !read.ok) printResult(world, request, read);
    else await rebuild();
  });
  try {
    const server = await world.network.serve(port, (asked) => answer(asked, context));
    await watchers.add(folders.value);
    await configured.add((await configuration?.files()) ?? []);
    void rebuild();
    const close = async (): Promise<void> => {
      watchers.close();
      configured.close();
      running.abort();
      store.close();
      await server.close();
      await reconfigure.settled();
      await rebuild.settled();
      await browser.close();
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

/** Caches a result by name until the version changes. */
function remembered<T>(find: (name: string) => Promise<T>, versionOf: () => number): (name: string) => Promise<T> {
  const found = new Map<string, { readonly version: number; readonly value: Promise<T> }>();
  return (name) => {
    const version = versionOf();
    const known = found.get(name);
    if (known?.version === version) return known.value;
    const value = find(name);
    found.set(name, { version, value });
    return value;
  };
}

/** Returns the folders to watch: those of the sources, the shared one, and those of the user's templates. */
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
  const shared = resolve(workingFolder, config.shared ?? "shared");
  if ((await world.disk.stat(shared))?.kind === "folder") folders.add(shared);
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

/**
 * Builds once, and returns the browser's error, if any. Each file is shown as soon as it is built, web pages first. A
 * change in the meantime aborts it.
 */
async function rebuildOnce(world: World, request: BuildRequest, store: StateStore): Promise<Diagnostic | undefined> {
  store.begin();
  const found = new Map<string, readonly Diagnostic[]>();
  const onMade: BuildRequest["onMade"] = (slug, artifact, diagnostics) => {
    found.set(slug, diagnostics);
    store.finish([{ slug, artifacts: [artifact] }], [...found.values()].flat(), false);
  };
  const outcome = await build(world, { ...request, onMade, earlier: store.filesOf });
  if (request.signal?.aborted) return undefined;
  store.finish(outcome.ok ? outcome.value : [], outcome.diagnostics, true);
  printResult(world, request, outcome);
  return outcome.diagnostics.find(({ rule }) => rule === "browserPrints" || rule === "internalFault");
}

function printResult(world: World, { sources }: BuildRequest, { ok, diagnostics }: Outcome<unknown>): void {
  const report = { diagnostics, sources: new Map<string, string>(), files: [], verb: "" };
  const { errors } = text(report, { colour: false, columns: 100 });
  const names = sources.map((source) => basename(source)).join(", ");
  world.terminal.printError(`${errors}${ok ? "Built" : "Not built"}: ${escapeControls(names)}\n`);
}

/** Reports whether a folder that was read belongs to the user: images and texts may be next to the sources. */
function isOwn({ host }: World, folder: string): boolean {
  return folder.startsWith(host.workingFolder) && !folder.includes("node_modules");
}
