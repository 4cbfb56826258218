import { expect } from "vitest";
import { prepareSource, printDiagnostics } from "./prepare.ts";
import { printBody } from "./print-body.ts";
import { processorTime } from "./processor-time.ts";
import { temporaryFolder } from "./temporary.ts";
import { worldIn } from "./world.ts";

/** What a hostile publication has to become. */
export interface Attack {
  /** `article.md`, or the files of a publication by name. */
  readonly files: string | Readonly<Record<string, string | Uint8Array>>;
  /** Findings, one of which has to match each. */
  readonly says?: readonly RegExp[];
  /** Text that the publication has to hold. */
  readonly has?: readonly string[];
  readonly lacks?: readonly string[];
  /** Whether nothing can be made of it. */
  readonly isRefused?: boolean;
  /** Whether that is right, too. */
  readonly mayBeRefused?: boolean;
  /** Milliseconds of processor time; 10 seconds where none are given. */
  readonly within?: number;
}

/** Prepares a hostile publication, and holds what came of it against what has to come. */
export async function expectHeld({ files, says, has, lacks, isRefused, mayBeRefused, within }: Attack): Promise<void> {
  const folder = await temporaryFolder(typeof files === "string" ? { "article.md": files } : files);
  const before = processorTime();
  const outcome = await prepareSource(worldIn(folder), ".");
  const time = processorTime() - before;
  const printed = printDiagnostics(outcome.diagnostics);
  const bodies = outcome.ok
    ? outcome.value.chapters.map(({ body, notes }) => [...body.children, ...(notes ? [notes] : [])])
    : [];
  const text = bodies.map((body) => printBody(body)).join("\n");
  for (const pattern of says ?? []) if (!pattern.test(printed)) expect(printed.slice(0, 20_000)).toMatch(pattern);
  for (const piece of has ?? []) expect(text.slice(0, 100_000)).toContain(piece);
  for (const piece of lacks ?? []) expect(text + printed).not.toContain(piece);
  expect(printed).not.toMatch(
    /Cannot read prop|is not a function|is not iterable|undefined \(|\[object Object\]|at \w+ \(file:/,
  );
  expect(outcome.diagnostics.filter(({ concern }) => concern === "tool")).toEqual([]);
  if (mayBeRefused !== true) expect(outcome.ok).toBe(isRefused !== true);
  else if (!outcome.ok) expect(outcome.diagnostics.some(({ severity }) => severity === "error")).toBe(true);
  expect(time).toBeLessThan(within ?? 10_000);
}
