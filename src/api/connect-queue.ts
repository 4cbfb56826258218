import { shownPath } from "../model/shown-path.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { NotInstalled } from "../model/optional-package.ts";
import { fail, type Outcome, succeed } from "../model/outcome.ts";
import type { WorkQueue } from "../model/work-queue.ts";
import type { Disk, World } from "../model/world.ts";
import { outputFoldersIn } from "../pipeline/workers/output-folders.ts";

/** Connects to a queue. Diagnostics do not repeat the address, because it may contain a password. */
export async function connectQueue(world: World, url: string): Promise<Outcome<WorkQueue>> {
  const hint = "Name a PostgreSQL database, as in postgres://user:password@host/database.";
  if (!/^postgres(?:ql)?:\/\//.test(url))
    return fail(diagnostic("commandShape", "This is not the address of a queue.", hint));
  try {
    return succeed(await world.workQueues.connect(url));
  } catch (error) {
    const reason = withoutPassword(error instanceof Error ? error.message : String(error), url);
    return fail(diagnostic("queueReached", `The queue cannot be used: ${reason}.`, toInstall(error) ?? hint));
  }
}

/** Removes the address, and its password as written and decoded. */
function withoutPassword(text: string, url: string): string {
  const [, password = ""] = /^[^:]+:\/\/[^/:@]*:(.*)@/.exec(url) ?? [];
  const forms = [password, URL.canParse(url) ? decodeURIComponent(new URL(url).password) : ""];
  return forms
    .filter((form) => form !== "")
    .reduce((said, form) => said.replaceAll(form, "…"), text.replaceAll(url, "the database"));
}

/**
 * Opens the disk of an output folder, which may be in a bucket. Accesses it once, so that a wrong address is reported
 * immediately.
 */
export async function openStore(world: World, store: string | undefined, folder: string): Promise<Outcome<Disk>> {
  if (store === undefined) return succeed(world.disk);
  const hint =
    "Name a bucket, as in s3://bucket/folder; credentials and AWS_ENDPOINT_URL are taken from the environment.";
  if (!store.startsWith("s3://")) return fail(diagnostic("commandShape", "This is not the address of a store.", hint));
  try {
    const { disk } = await outputFoldersIn(world, store)(shownPath(folder, world.host.workingFolder));
    await disk.list(folder);
    return succeed(disk);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(diagnostic("queueReached", `The store cannot be used: ${reason}.`, toInstall(error) ?? hint));
  }
}

function toInstall(error: unknown): string | undefined {
  return error instanceof NotInstalled ? error.hint : undefined;
}
