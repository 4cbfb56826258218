/** One of several parts of a build, which as many machines make at the same time. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  /** How many shards there are. */
  readonly count: number;
}

/** The items of a shard: every `count`-th, so that neighbours, which are often of a kind, are shared out. */
export function ofShard<Item>(items: readonly Item[], shard: Shard | undefined): readonly Item[] {
  return shard ? items.filter((_, index) => index % shard.count === shard.index - 1) : items;
}
