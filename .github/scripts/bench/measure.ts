import { build } from "../../../src/pipeline/build.ts";
import type { EditionName } from "../../../src/model/edition.ts";
import { type Outcome, succeed } from "../../../src/model/outcome.ts";
import type { Browser } from "../../../src/model/browser.ts";
import type { World } from "../../../src/model/world.ts";
import { noCache } from "../../../src/pipeline/build-cache.ts";

/** Milliseconds. */
export interface Times {
  readonly whole: number;
  readonly editions: ReadonlyMap<EditionName, number>;
  /** All prints together, which are included in the editions' times. */
  readonly printing: number;
  readonly prints: number;
  /** The document printed last. */
  readonly html: string;
}

/** Runs a task and measures its duration in milliseconds. */
export async function time<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly took: number }> {
  const start = performance.now();
  return { value: await work(), took: performance.now() - start };
}

/** Builds a source without cache in these editions, with an open browser, and measures each part. */
export async function timeBuild(
  world: World,
  browser: Browser,
  source: string,
  editions: readonly EditionName[],
): Promise<Times> {
  const took = new Map<EditionName, number>();
  const seen = { printing: 0, prints: 0, html: "" };
  const watched: Browser = {
    ...browser,
    async print(html) {
      const printed = await time(() => browser.print(html));
      seen.printing += printed.took;
      seen.prints += 1;
      seen.html = html;
      return printed.value;
    },
    close: () => Promise.resolve(),
  };
  const reuse: typeof noCache = {
    ...noCache,
    async make(making) {
      const made = await time(() => noCache.make(making));
      took.set(making.edition, made.took);
      return made.value;
    },
  };
  const request = { sources: [source], editions, config: {}, toolVersion: "0", cache: reuse };
  const browsers = { ...world.browsers, open: () => Promise.resolve(succeed(watched)) };
  const whole = await time(() => build({ ...world, browsers }, request));
  valueOf(whole.value);
  return { whole: whole.took, editions: took, ...seen };
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.diagnostics.map(({ message }) => message).join("\n"));
  return outcome.value;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
