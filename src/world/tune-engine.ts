import { PerformanceObserver } from "node:perf_hooks";
import v8 from "node:v8";

/** Size in bytes of the young generation. V8 would let it grow to 128 MiB, which makes no build faster. */
const youngGeneration = 16 * 2 ** 20;

/** The Node argument for a process whose young generation is limited from the start. */
export const smallYoungGeneration = `--max-semi-space-size=${youngGeneration / 2 ** 21}`;

/**
 * The same for long PDFs, twice as large: less of what is read of a page survives into the old generation, which needs
 * fewer collections (a third of all processor time), and no more memory.
 */
export const mediumYoungGeneration = `--max-semi-space-size=${youngGeneration / 2 ** 20}`;

/** Size in bytes of a heap, that of a book, from which on it grows slowly. */
const largeHeap = 160 * 2 ** 20;

/** Sets V8 flags at run time, because users start the program without Node arguments. */
export function tuneEngine(): void {
  // EPUB checks and font subsetting run for fractions of a second, less than optimising their WebAssembly takes.
  v8.setFlagsFromString("--wasm-tiering-budget=130000000");
  let factor = 2;
  let isLarge = false;
  const limit = (): void => {
    const young = v8.getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space");
    const next = (young?.space_size ?? 0) < youngGeneration ? 2 : 1;
    if (next !== factor) v8.setFlagsFromString(`--semi-space-growth-factor=${next}`);
    factor = next;
    if (isLarge || v8.getHeapStatistics().used_heap_size < largeHeap) return;
    isLarge = true;
    keepHeapSmall();
  };
  // The young generation grows during garbage collection, and an idle process shrinks it.
  new PerformanceObserver(limit).observe({ entryTypes: ["gc"] });
}

/**
 * Lets the old generation grow by less than a third between two collections, where V8 would let it double: for a
 * process that holds a long text or PDF, which then needs a fifth less memory.
 */
export function keepHeapSmall(): void {
  v8.setFlagsFromString("--heap-growing-percent=30");
}
