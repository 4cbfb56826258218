import { diagnostic } from "../diagnostics/diagnostic.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { WorkQueue } from "../model/work-queue.ts";
import type { World } from "../model/world.ts";

/** Connects to a queue. Diagnostics do not repeat the address, because it may contain a password. */
export async function connectQueue(world: World, url: string): Promise<Outcome<WorkQueue>> {
  const hint = "Name a PostgreSQL database, as in postgres://user:password@host/database.";
  if (!/^postgres(?:ql)?:\/\//.test(url))
    return fail(diagnostic("commandShape", "This is not the address of a queue.", hint));
  try {
    return succeed(await world.workQueues.connect(url));
  } catch (error) {
    const reason = (error instanceof Error ? error.message : String(error)).replaceAll(url, "the database");
    return fail(diagnostic("queueReached", `The queue cannot be used: ${reason}.`, hint));
  }
}
