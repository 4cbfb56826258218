import { setImmediate as nextTurn } from "node:timers/promises";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EditionName } from "../model/edition.ts";
import { namesPagesOf } from "../model/choose-editions.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { PagedEdition, PageMap } from "../model/page-map.ts";
import { editionOf } from "../model/every-edition.ts";
import { once } from "../model/once.ts";
import { artifactPath } from "../template/format.ts";
import type { FinishedFile } from "../template/file-view.ts";
import { isMadeLast, offeredFiles } from "./edition-order.ts";
import { toFinished, type WrittenFile } from "./manifest.ts";
import type { RenderedArtifact, RenderRequest } from "./render-request.ts";

interface EditionsRequest {
  /** Common part of the requests of all editions. */
  readonly common: Omit<
    RenderRequest,
    "edition" | "paged" | "mapsPages" | "finished" | (`on${string}` & keyof RenderRequest)
  >;
  /** Each edition comes after those that it depends on. */
  readonly order: readonly EditionName[];
  readonly wanted: readonly EditionName[];
  /** The edition whose pages e-books, large print and booklets refer to. */
  readonly counted: EditionName | undefined;
  readonly make: (request: RenderRequest) => Promise<Outcome<RenderedArtifact>>;
  /** Does the part of an edition that depends on no other, while the browser prints. */
  readonly prepare?: (request: RenderRequest) => Promise<void>;
  readonly step: (what: string, fraction: number) => void;
  readonly signal: AbortSignal | undefined;
  /** If set, drafts of pages that depend on all others are rendered first, with the files of an earlier build or none. */
  readonly onMade?: ((artifact: Artifact, diagnostics: readonly Diagnostic[]) => void) | undefined;
  /** Files of an earlier build. */
  readonly earlier?: readonly Artifact[] | undefined;
}

/** A rendered edition and its diagnostics. */
export interface MadeEdition extends RenderedArtifact {
  readonly found: readonly Diagnostic[];
}

/**
 * Renders all editions concurrently, except those that depend on others: an e-book or large print on the pages that it
 * refers to, a page on the files that it links to. A failed edition stops only its dependents. Diagnostics are in the
 * order of editions.
 */
export async function makeEditions(request: EditionsRequest): Promise<Outcome<ReadonlyMap<EditionName, MadeEdition>>> {
  const { common, order, wanted, counted, make, prepare, step, signal, onMade } = request;
  const started = new Map<EditionName, Promise<Outcome<RenderedArtifact>>>();
  const mapped = Promise.withResolvers<PageMap | undefined>();
  const written = new Map(order.map((edition) => [edition, Promise.withResolvers<FinishedFile>()]));
  let ended = 0;
  const onPrinting = once(async () => {
    const waiting = order.filter((edition) => editionOf(edition).format !== "pdf");
    for (const edition of waiting) await prepare?.({ ...common, edition });
  });
  const makeOne = async (edition: EditionName): Promise<Outcome<RenderedArtifact>> => {
    const earlier = [...started];
    let paged: PagedEdition | undefined;
    if (counted !== undefined && edition !== counted && namesPagesOf(edition, counted)) {
      const pageMap = await Promise.race([mapped.promise, started.get(counted)?.then(pageMapOf)]);
      // That edition reports its own errors.
      if (pageMap === "failed") return fail();
      paged = pageMap && { edition: counted, pageMap };
    }
    const others = isMadeLast(edition) ? earlier : [];
    const files: FinishedFile[] = [];
    for (const [name, pending] of others) {
      // A file that is written may be linked to while it is checked.
      const file = await Promise.race([written.get(name)?.promise, pending.then(fileOf)]);
      if (!file) return fail();
      files.push(file);
    }
    signal?.throwIfAborted();
    step(edition, (ended + 1) / (order.length + 1));
    const mapsPages = edition === counted;
    const finished = isMadeLast(edition) && { finished: offeredFiles(wanted, files) };
    const onPages = mapsPages && { onPages: mapped.resolve };
    const onWritten = (file: Omit<WrittenFile, "path" | "edition">): void =>
      written.get(edition)?.resolve(toFinished({ ...file, path: artifactPath({ ...common, edition }), edition }));
    const asked = {
      ...common,
      edition,
      mapsPages,
      paged,
      ...finished,
      ...onPages,
      onWritten,
      // What fails here fails again, and is reported, when the edition is made.
      onPrinting: () => void onPrinting().catch(() => undefined),
    };
    const made = await guard(edition, () => make(asked), signal);
    // It may link to a file that has failed its checks since.
    for (const [, pending] of others) if (!(await pending).ok) return fail();
    ended += 1;
    if (made.ok && wanted.includes(edition)) onMade?.(made.value.artifact, made.diagnostics);
    return made;
  };
  if (onMade) await showPages(request);
  for (const edition of order) started.set(edition, makeOne(edition));
  const outcomes = await settled(started.values());
  const diagnostics = outcomes.flatMap((outcome) => outcome.diagnostics);
  const artifacts = outcomes
    .flatMap((outcome) => (outcome.ok ? [{ ...outcome.value, found: outcome.diagnostics }] : []))
    // An edition rendered only for its page numbers is not returned.
    .filter(({ artifact }) => wanted.includes(artifact.edition));
  if (artifacts.length === 0 && outcomes.length > 0) return fail(...diagnostics);
  return succeed(new Map(artifacts.map((made) => [made.artifact.edition, made])), diagnostics);
}

function fileOf(made: Outcome<RenderedArtifact>): FinishedFile | undefined {
  return made.ok ? toFinished(made.value.artifact) : undefined;
}

function pageMapOf(made: Outcome<RenderedArtifact>): PageMap | undefined | "failed" {
  return made.ok ? made.value.pageMap : "failed";
}

/** Renders drafts of the pages that link to files before the files, which takes a fraction of the time. */
async function showPages({
  order,
  wanted,
  common,
  make,
  onMade,
  signal,
  earlier = [],
}: EditionsRequest): Promise<void> {
  const known = earlier.filter(({ edition }) => !isMadeLast(edition));
  const finished = offeredFiles(wanted, known.map(toFinished));
  for (const edition of order.length > 1 ? order.filter(isMadeLast) : []) {
    const draft = { ...common, edition, mapsPages: false, finished, isDraft: true } as const;
    const made = await guard(edition, () => make(draft), signal);
    if (made.ok) onMade?.(made.value.artifact, made.diagnostics);
    // The page reaches those who wait for it before other work begins.
    await nextTurn();
  }
}

/** Turns an exception in one edition into a diagnostic, so that the others are rendered. */
async function guard<T>(
  edition: EditionName,
  work: () => Promise<Outcome<T>>,
  signal: AbortSignal | undefined,
): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (signal?.aborted || error instanceof RangeError) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const hint = "This is a fault of Offprint: please report it with the file. The other editions are built.";
    return fail(diagnostic("internalFault", `Offprint failed to make the edition ${edition}: ${message}`, hint));
  }
}

/** Waits for all promises, then throws the first rejection, so that nothing keeps running in the background. */
async function settled<T>(promises: Iterable<Promise<T>>): Promise<T[]> {
  const ends = await Promise.allSettled(promises);
  return ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}
