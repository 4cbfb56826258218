import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Artifact } from "../model/artifact.ts";
import type { Diagnostic } from "../model/diagnostic.ts";
import type { EditionName } from "../model/edition.ts";
import { namesPagesOf } from "../model/choose-editions.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { PagedEdition } from "../model/page-map.ts";
import { isMadeLast, offeredFiles } from "./edition-order.ts";
import type { RenderedArtifact, RenderRequest } from "./render-request.ts";

interface EditionsRequest {
  /** What the requests of all editions have in common. */
  readonly common: Omit<RenderRequest, "edition" | "paged" | "mapsPages" | "finished">;
  /** So that an edition comes after those that it waits for. */
  readonly order: readonly EditionName[];
  readonly wanted: readonly EditionName[];
  /** The edition whose pages e-books, large print and booklets name. */
  readonly counted: EditionName | undefined;
  readonly make: (request: RenderRequest) => Promise<Outcome<RenderedArtifact>>;
  readonly step: (what: string, fraction: number) => void;
  readonly signal: AbortSignal | undefined;
  /** Where somebody waits for each file, the pages that wait for all others are made first without them, and then again. */
  readonly onMade?: ((artifact: Artifact, diagnostics: readonly Diagnostic[]) => void) | undefined;
}

/** An edition, and what was found in it. */
export interface MadeEdition extends RenderedArtifact {
  readonly found: readonly Diagnostic[];
}

/**
 * Every edition at the same time, but for those that wait for another: an e-book or large print for the pages that it names, a page that
 * offers files for the files. One that cannot be made stops none but those. Diagnostics are in the order of the editions.
 */
export async function makeEditions(request: EditionsRequest): Promise<Outcome<ReadonlyMap<EditionName, MadeEdition>>> {
  const { common, order, wanted, counted, make, step, signal, onMade } = request;
  const started = new Map<EditionName, Promise<Outcome<RenderedArtifact>>>();
  let ended = 0;
  const makeOne = async (edition: EditionName): Promise<Outcome<RenderedArtifact>> => {
    const earlier = [...started];
    let paged: PagedEdition | undefined;
    if (counted !== undefined && edition !== counted && namesPagesOf(edition, counted)) {
      const pages = await started.get(counted);
      // What is wrong there is said there.
      if (!pages?.ok) return fail();
      const { pageMap } = pages.value;
      paged = pageMap && { edition: counted, pageMap };
    }
    const files = new Map<EditionName, Artifact>();
    for (const [name, pending] of isMadeLast(edition) ? earlier : []) {
      const made = await pending;
      if (!made.ok) return fail();
      files.set(name, made.value.artifact);
    }
    signal?.throwIfAborted();
    step(edition, (ended + 1) / (order.length + 1));
    const mapsPages = edition === counted;
    const finished = isMadeLast(edition) && { finished: offeredFiles(wanted, files) };
    const made = await guard(edition, () => make({ ...common, edition, mapsPages, paged, ...finished }), signal);
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
    // One that was made for its page numbers only is nothing to hand over.
    .filter(({ artifact }) => wanted.includes(artifact.edition));
  if (artifacts.length === 0 && outcomes.length > 0) return fail(...diagnostics);
  return succeed(new Map(artifacts.map((made) => [made.artifact.edition, made])), diagnostics);
}

/** The pages that offer files, without any: they take a fraction of the time. */
async function showPages({ order, common, make, onMade, signal }: EditionsRequest): Promise<void> {
  for (const edition of order.length > 1 ? order.filter(isMadeLast) : []) {
    const made = await guard(edition, () => make({ ...common, edition, mapsPages: false, finished: [] }), signal);
    if (made.ok) onMade?.(made.value.artifact, made.diagnostics);
  }
}

/** A fault of ours in one edition is said, and the others are made. */
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
    const hint = "This is a fault of Offprint: please report it with the file. The other editions are made.";
    return fail(diagnostic("internalFault", `Offprint failed to make the edition ${edition}: ${message}`, hint));
  }
}

/** All of them, or the first fault: thrown when the others have ended, so that nothing goes on behind the back. */
async function settled<T>(promises: Iterable<Promise<T>>): Promise<T[]> {
  const ends = await Promise.allSettled(promises);
  return ends.map((end) => {
    if (end.status === "rejected") throw end.reason;
    return end.value;
  });
}
