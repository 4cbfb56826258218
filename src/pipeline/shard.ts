/** One part of a build that several machines share. */
export interface Shard {
  /** From 1 to `count`. */
  readonly index: number;
  /** Number of shards. */
  readonly count: number;
}

/** Returns the items of a shard: every `count`-th, because neighbours are often alike. */
export function ofShard<Item>(items: readonly Item[], shard: Shard | undefined): readonly Item[] {
  return shard ? items.filter((_, index) => index % shard.count === shard.index - 1) : items;
}
