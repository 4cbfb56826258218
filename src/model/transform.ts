/** One step of many, on the way from Markdown to a publication or from that to a document. */
export interface Transform<State> {
  /** Unique in its list and in those before it. */
  readonly name: string;
  /** The transforms that have to run before this one. */
  readonly needs: readonly string[];
  /** What would go wrong if they did not; what it is for, where it needs none. */
  readonly why: string;
  readonly run: (state: State) => void;
}

/**
 * Runs transforms in the order of their list; `before` are those that ran already. A list in which a transform stands before
 * one that it needs is a fault of ours: the first document shows it.
 */
export function runTransforms<State>(
  transforms: readonly Transform<State>[],
  state: State,
  before: readonly { readonly name: string }[] = [],
): void {
  const done = new Set(before.map(({ name }) => name));
  for (const { name, needs, why, run } of transforms) {
    const missing = needs.filter((need) => !done.has(need));
    if (missing.length > 0)
      throw new Error(`The transform "${name}" needs "${missing.join('", "')}" before it: ${why}`);
    run(state);
    done.add(name);
  }
}
