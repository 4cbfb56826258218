import { fileURLToPath, pathToFileURL } from "node:url";
import type { Diagnostic as LspDiagnostic } from "vscode-languageserver";
import type { ChosenConfig } from "../config/offprint-config.ts";
import { coalesce } from "../model/coalesce.ts";
import type { Outcome } from "../model/outcome.ts";
import { withSettings } from "../model/plugin/scope.ts";
import type { World } from "../model/world.ts";
import { withOpenDocuments } from "./open-documents.ts";
import { toLspDiagnostic } from "./to-lsp.ts";
import { absolutePath, type Examined, examine, sourceOf, textsOf } from "./workspace.ts";

export type LoadConfig = (world: World) => Promise<Outcome<ChosenConfig>>;

/** The texts of an editor and their publications. */
export interface Session {
  readonly world: World;
  /** Call when a text was opened or changed. */
  set(path: string, text: string): Promise<void>;
  /** Call when a text was closed: the version on disk counts again. */
  close(path: string): Promise<void>;
  /** Call when files changed on disk. */
  refresh(): Promise<void>;
  /** Returns the publication of a file, with every change applied. */
  examinedFor(path: string): Promise<Examined | undefined>;
  textOf(path: string): string | undefined;
  /** Runs work with the plug-ins of the configuration. */
  within<T>(this: void, work: () => T): T;
  settled(): Promise<void>;
}

/** Opens a session. `publish` receives all diagnostics of a file whenever they change. Paths are absolute. */
export function openSession(
  real: World,
  loadConfig: LoadConfig,
  publish: (path: string, diagnostics: LspDiagnostic[]) => void,
): Session {
  const texts = new Map<string, string>();
  const world = withOpenDocuments(real, texts);
  const examined = new Map<string, Examined>();
  const published = new Map<string, string>();
  const sources = new Map<string, string | undefined>();
  let settings: ChosenConfig = {};

  const run = coalesce(async () => {
    const config = await loadConfig(real);
    const wanted = new Set<string>();
    for (const path of texts.keys()) {
      const source = await sourceOf(world, path);
      sources.set(path, source);
      if (source !== undefined) wanted.add(source);
    }
    const chosen = config.ok ? config.value : {};
    settings = chosen;
    for (const source of wanted) examined.set(source, await withSettings(chosen, () => examine(world, source, chosen)));
    for (const source of examined.keys()) if (!wanted.has(source)) examined.delete(source);
    publishAll([...[...examined.values()].flatMap(({ diagnostics }) => diagnostics), ...config.diagnostics]);
  });

  /** Only for files that are open or have diagnostics. */
  function publishAll(diagnostics: Examined["diagnostics"]): void {
    const [first = ""] = texts.keys();
    const found = new Map<string, LspDiagnostic[]>([...published.keys(), ...texts.keys()].map((path) => [path, []]));
    for (const diagnostic of diagnostics) {
      const named = diagnostic.file === undefined ? first : absolutePath(world, diagnostic.file);
      const text = textOf(named);
      // Diagnostics of a folder are shown in the edited text, because a folder has no lines.
      const path = text === undefined && diagnostic.place === undefined ? first : named;
      found.set(path, [...(found.get(path) ?? []), toLspDiagnostic(diagnostic, text ?? "")]);
    }
    for (const [path, list] of found) {
      const state = JSON.stringify(list);
      if (published.get(path) !== state) publish(path, list);
      if (list.length > 0 || texts.has(path)) published.set(path, state);
      else published.delete(path);
    }
  }

  function textOf(path: string): string | undefined {
    const open = texts.get(path);
    if (open !== undefined) return open;
    for (const { loaded } of examined.values()) {
      const text = loaded && textsOf(loaded).get(path);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  return {
    world,
    set: (path, text) => (texts.set(path, text), run()),
    close: (path) => (texts.delete(path), run()),
    refresh: run,
    textOf,
    within: (work) => withSettings(settings, work),
    settled: run.settled,
    async examinedFor(path) {
      await run.settled();
      const source = sources.get(path);
      return source === undefined ? undefined : examined.get(source);
    },
  };
}

/** Returns the path of a file URI; undefined for other addresses. */
export function toPath(uri: string): string | undefined {
  try {
    return uri.startsWith("file:") ? fileURLToPath(uri) : undefined;
  } catch {
    return undefined;
  }
}

export function toUri(path: string): string {
  return pathToFileURL(path).href;
}
