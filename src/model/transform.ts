/** A step from Markdown to a publication, or from that to a document. */
export interface Transform<State, Result = void> {
  /** Unique in its list and in those before it. */
  readonly name: string;
  /** Names of transforms that must run before this one. */
  readonly needs?: readonly string[];
  /** What would go wrong without them, or the purpose of a step that needs none. */
  readonly why: string;
  readonly run: (state: State) => Result;
}

/** A step that may be asynchronous, such as those of plug-ins. */
export type SlowTransform<State> = Transform<State, void | Promise<void>>;

type Named = Readonly<{ name: string }>;

/**
 * Runs transforms in list order; `before` lists those that have already run. Throws if a transform precedes one that it
 * needs, so that the first document reveals the fault.
 */
export function runTransforms<State>(
  transforms: readonly Transform<State>[],
  state: State,
  before: readonly Named[] = [],
): void {
  for (const { run } of inOrder(transforms, before)) run(state);
}

/** Runs a list that contains asynchronous transforms. */
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
  for (const transform of transforms) {
    const missing = (transform.needs ?? []).filter((need) => !done.has(need));
    if (missing.length > 0)
      throw new Error(`The transform "${transform.name}" needs "${missing.join('", "')}" before it: ${transform.why}`);
    yield transform;
    done.add(transform.name);
  }
}
