import { EditMap } from "micromark-util-edit-map";
import type { Event } from "micromark-util-types";

/**
 * Makes the parser edit its list of events in place: micromark 4.0.3 rewrites the whole list each time that a list or a
 * quotation ends, which takes the square of their number.
 */
export function boundEdits(): void {
  EditMap.prototype.consume = consume;
}

function consume(this: EditMap, events: Event[]): undefined {
  const edits = this.map.toSorted(([a], [b]) => a - b);
  const [first] = edits;
  this.map.length = 0;
  this.index.clear();
  if (!first) return;
  const changed: Event[] = [];
  for (const [index, [at, remove, added]] of edits.entries()) {
    for (const event of added) changed.push(event);
    for (const event of events.slice(at + remove, edits[index + 1]?.[0])) changed.push(event);
  }
  events.length = first[0];
  for (const event of changed) events.push(event);
}
