/** One step of many, on the way from Markdown to a publication or from that to a document. */
export interface Transform<State, Result = void> {
  /** Unique in its list and in those before it. */
  readonly name: string;
  /** The transforms that have to run before this one. */
  readonly needs: readonly string[];
  /** What would go wrong if they did not; what it is for, where it needs none. */
  readonly why: string;
  readonly run: (state: State) => Result;
}

/** A step that may take its time, as those of plug-ins. */
export type SlowTransform<State> = Transform<State, void | Promise<void>>;

type Named = Readonly<{ name: string }>;

/**
 * Runs transforms in the order of their list; `before` are those that ran already. A list in which a transform stands before
 * one that it needs is a fault of ours: the first document shows it.
 */
export function runTransforms<State>(
  transforms: readonly Transform<State>[],
  state: State,
  before: readonly Named[] = [],
): void {
  for (const { run } of inOrder(transforms, before)) run(state);
}

/** The same for a list with transforms that take their time. */
export async function runSlowTransforms<State>(
  transforms: readonly SlowTransform<State>[],
  state: State,
  before: readonly Named[] = [],
): Promise<void> {
  for (const { run } of inOrder(transforms, before)) await run(state);
}

function* inOrder<One extends Omit<Transform<never, unknown>, "run">>(
  transforms: readonly One[],
  before: readonly Named[],
): Generator<One> {
  const done = new Set(before.map(({ name }) => name));
  for (const one of transforms) {
    const missing = one.needs.filter((need) => !done.has(need));
    if (missing.length > 0)
      throw new Error(`The transform "${one.name}" needs "${missing.join('", "')}" before it: ${one.why}`);
    yield one;
    done.add(one.name);
  }
}
