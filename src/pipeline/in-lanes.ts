/** Runs work for every item, at most `lanes` at a time. Results are in the order of the items. */
export async function inLanes<Item, Result>(
  items: readonly Item[],
  lanes: number,
  work: (item: Item, index: number, lane: number) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const rest = items.entries();
  const follow = async (lane: number): Promise<void> => {
    for (const [index, item] of rest) results[index] = await work(item, index, lane);
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(lanes, items.length)) }, (_, lane) => follow(lane)));
  return results;
}
