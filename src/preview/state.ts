import type { Diagnostic } from "../model/diagnostic.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Built } from "../pipeline/built.ts";

/** Current state of the preview. */
export interface PreviewState {
  readonly building: boolean;
  /** Different for each finished build. */
  readonly version: number;
  readonly publications: readonly ShownPublication[];
  /** Findings of the last build. */
  readonly findings: readonly Finding[];
  readonly editor: Editor;
}

export interface ShownPublication {
  readonly slug: string;
  readonly errors: number;
  readonly warnings: number;
  /** Files of the last build that produced them. */
  readonly files: readonly { path: string; edition: string; format: string; sha256: string }[];
}

export type Finding = Pick<Diagnostic, "rule" | "severity" | "message" | "hint" | "file"> & {
  readonly line?: number | undefined;
  readonly column?: number | undefined;
};

/** How the user's editor opens a file. */
export interface Editor {
  /** An address with {file}, {line} and {column}; the file is absolute. */
  readonly address: string;
  /** The folder that relative file names start from, absolute. */
  readonly folder: string;
}

/** The latest artifacts, and a stream of states for each open browser window. */
export interface StateStore {
  begin(): void;
  /**
   * Stores the files of a build; a publication that it did not build keeps its earlier files. `isLast`: the build has
   * ended.
   */
  finish(
    built: readonly Pick<Built, "slug" | "artifacts">[],
    diagnostics: readonly Diagnostic[],
    isLast: boolean,
  ): void;
  find(path: string): Artifact | undefined;
  /** The files of a publication. */
  filesOf(this: void, slug: string): readonly Artifact[];
  readonly version: number;
  /** Yields the current state and each later one. Ends when the store is closed. */
  watch(): AsyncIterable<PreviewState>;
  close(): void;
}

/** Formats of the panes, by media type. */
const formats: Readonly<Record<string, string>> = {
  "text/html": "html",
  "application/epub+zip": "epub",
  "application/pdf": "pdf",
};

export function createStateStore(editor: Editor): StateStore {
  const artifacts = new Map<string, Map<string, Artifact>>();
  let state: PreviewState = { building: true, version: 0, publications: [], findings: [], editor };
  const store = { closed: false };
  let change = Promise.withResolvers<void>();
  const set = (next: Partial<PreviewState>): void => {
    state = { ...state, ...next };
    change.resolve();
    change = Promise.withResolvers();
  };
  return {
    get version() {
      return state.version;
    },
    begin: () => set({ building: true }),
    finish(built, diagnostics, isLast) {
      for (const { slug, artifacts: made } of built) {
        const bySlug = artifacts.get(slug) ?? new Map<string, Artifact>();
        artifacts.set(slug, bySlug);
        for (const artifact of made) bySlug.set(artifact.path, artifact);
      }
      set({
        building: !isLast,
        version: state.version + 1,
        publications: Array.from(artifacts, ([slug, files]) => ({
          slug,
          ...countsOf(diagnostics, [...files.values()], artifacts.size === 1),
          files: Array.from(files.values(), ({ path, edition, sha256, mediaType }) => ({
            path,
            edition,
            sha256,
            format: formats[mediaType.split(";")[0] ?? ""] ?? "other",
          })),
        })),
        findings: diagnostics.map(({ rule, severity, message, hint, file, place }) => ({
          rule,
          severity,
          message,
          ...(hint !== undefined && { hint }),
          ...(file !== undefined && { file }),
          line: place?.line,
          column: place?.column,
        })),
      });
    },
    find: (path) => [...artifacts.values()].map((files) => files.get(path)).find((artifact) => artifact !== undefined),
    filesOf: (slug) => [...(artifacts.get(slug)?.values() ?? [])],
    async *watch() {
      while (!store.closed) {
        const next = change.promise;
        yield state;
        await next;
      }
    },
    close() {
      store.closed = true;
      change.resolve();
    },
  };
}

/** Counts the findings in a publication's files; all findings if it is the only one. */
function countsOf(diagnostics: readonly Diagnostic[], files: readonly Artifact[], isOnly: boolean) {
  const names = new Set(files.flatMap(({ madeFrom }) => madeFrom));
  const isOwn = ({ file = "" }: Diagnostic): boolean =>
    isOnly || [...names].some((name) => file === name || file.endsWith(`/${name}`));
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity && isOwn(diagnostic)).length;
  return { errors: count("error"), warnings: count("warning") };
}
