import type * as Boss from "pg-boss";
import { importOptional } from "../model/optional-package.ts";
import { countJobs, failed, findPending, idOf, jobs, resultsOf, runs, schema } from "./queue-names.ts";
import { retry, retryWhileUnreachable } from "./retry.ts";
import type { QueuedJob, QueuedResult, QueuedRun, WorkQueue, WorkQueues } from "../model/work-queue.ts";

/** Seconds for which jobs nobody takes and results nobody fetches are kept. */
const month = 30 * 24 * 3600;

/** Seconds. A worker silent for longer counts as dead; pg-boss allows no less than 10. */
const heartbeat = 10;

/** How a failed job is retried: with exponential backoff. */
const policy = {
  retryLimit: 4,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 120,
  expireInSeconds: 900,
  heartbeatSeconds: heartbeat,
  retentionSeconds: month,
} as const;

const retention = { retryLimit: 1000, expireInSeconds: 60, retentionSeconds: month } as const;

interface JobData {
  readonly run: string;
  readonly key: string;
  readonly data: unknown;
}

/** Work queues in PostgreSQL, with pg-boss. */
export const workQueues: WorkQueues = {
  async connect(url) {
    const { PgBoss } = await importOptional<typeof Boss>("pg-boss");
    const boss = new PgBoss({
      connectionString: url,
      application_name: "offprint",
      schema,
      max: 8,
      schedule: false,
      superviseIntervalSeconds: heartbeat / 2,
      monitorIntervalSeconds: heartbeat / 2,
      queueCacheIntervalSeconds: heartbeat / 2,
    });
    // A lost connection is reopened at the next query, which reports the error if that fails.
    boss.on("error", () => undefined);
    await boss.start();
    await boss.createQueue(runs, retention);
    await boss.createQueue(failed, retention);
    await boss.createQueue(jobs, { ...policy, deadLetter: failed });
    return withRetries(queueOf(boss));
  },
};

/** Retries requests while the database is unreachable: each can be repeated safely. */
function withRetries(queue: WorkQueue): WorkQueue {
  return {
    ...queue,
    announce: (...call) => retry(() => queue.announce(...call)),
    commonOf: (run) => retry(() => queue.commonOf(run)),
    enqueue: (all) => retry(() => queue.enqueue(all)),
    isPending: (run) => retry(() => queue.isPending(run)),
    forget: (run) => retry(() => queue.forget(run)),
  };
}

function queueOf(boss: Boss.PgBoss): WorkQueue {
  return {
    async announce({ run, title, total, started }, common) {
      await boss.createQueue(resultsOf(run), retention);
      const data = { run, title, total, started: started.toISOString(), common };
      await boss.insert(runs, [{ id: idOf(run, ""), data }]);
    },
    async commonOf(run) {
      const [job] = await boss.findJobs<{ readonly common: unknown }>(runs, { id: idOf(run, "") });
      if (!job) throw new Error("the run is unknown or was forgotten");
      return job.data.common;
    },
    async enqueue(all) {
      await boss.insert(
        jobs,
        all.map(({ run, key, data }) => ({ id: idOf(run, key), data: { run, key, data } })),
      );
    },
    takeResults: (run, keep) => takeResults(boss, run, keep),
    async isPending(run) {
      const { rows } = await boss.getDb().executeSql(findPending, [resultsOf(run), run]);
      return (rows as readonly { readonly pending: boolean }[])[0]?.pending === true;
    },
    async forget(run) {
      for (const name of [jobs, failed]) {
        for (let left = await boss.findJobs(name, { data: { run } }); left.length > 0;) {
          await boss.deleteJob(
            name,
            left.map(({ id }) => id),
          );
          left = await boss.findJobs(name, { data: { run } });
        }
      }
      await boss.deleteJob(runs, idOf(run, ""));
      if (await boss.getQueue(resultsOf(run))) await boss.deleteQueue(resultsOf(run));
    },
    async work(lanes, handle, onTrouble = () => undefined) {
      const said = new Set<string>();
      boss.on("error", (error) => {
        const reason = messageOf(error);
        if (!said.has(reason)) onTrouble(reason);
        said.add(reason);
      });
      const options = { localConcurrency: lanes, batchSize: 1, pollingIntervalSeconds: 0.5, burstWhenReadyExceeds: 1 };
      await boss.work<JobData>(jobs, options, async ([job]) => {
        if (!job) return;
        said.clear();
        const result = await handle(job.data);
        await retryWhileUnreachable(() => settle(boss, job.id, job.data, result));
      });
    },
    async state() {
      const known = await boss.findJobs<Omit<QueuedRun, "started"> & { readonly started: string }>(runs);
      const { rows } = await boss.getDb().executeSql(countJobs);
      const counts = rows as readonly { run: string; name: string; active: boolean; count: string }[];
      const sum = (run: string, name: string, active: boolean): number =>
        Number(counts.find((entry) => entry.run === run && entry.name === name && entry.active === active)?.count ?? 0);
      return {
        runs: known.map(({ data: { run, title, total, started } }) => ({
          run,
          title,
          total,
          started: new Date(started),
          waiting: sum(run, jobs, false),
          active: sum(run, jobs, true),
          failed: sum(run, failed, false),
        })),
      };
    },
    close: () => boss.stop({ graceful: true, timeout: 120_000 }),
  };
}

/** Stores the result and completes the job in one transaction: a machine that dies in between has done nothing. */
async function settle(boss: Boss.PgBoss, id: string, { run, key }: QueuedJob, result: unknown): Promise<void> {
  const database = boss.getDb();
  if (!database.beginTransaction) throw new Error("this database has no transactions");
  const transaction = await database.beginTransaction();
  try {
    // A run that was forgotten has no results queue.
    await boss.insert(resultsOf(run), [{ id: idOf(run, key), data: { key, data: result } }], { db: transaction.db });
    await boss.deleteJob(jobs, id, { db: transaction.db });
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

async function takeResults(
  boss: Boss.PgBoss,
  run: string,
  keep: (results: readonly QueuedResult[]) => Promise<void>,
): Promise<number> {
  const done = await retry(() => boss.fetch<QueuedResult>(resultsOf(run), { batchSize: 500 }));
  const broken = await retry(() => boss.findJobs<JobData>(failed, { data: { run }, limit: 500 }));
  const failures = broken.map(({ data, sourceOutput }) => ({ key: data.key, failure: reasonOf(sourceOutput) }));
  await keep([...done.map(({ data }) => data), ...failures]);
  const remove = (name: string, all: readonly { readonly id: string }[]) =>
    retry(() =>
      boss.deleteJob(
        name,
        all.map(({ id }) => id),
      ),
    );
  if (done.length > 0) await remove(resultsOf(run), done);
  if (broken.length > 0) await remove(failed, broken);
  return done.length + broken.length;
}

/** A refused connection to a name with several addresses is an `AggregateError` without a message. */
function messageOf(error: Error & { readonly code?: string }): string {
  return error.message || (error.code ?? error.name);
}

/** Returns the message of an error that pg-boss stored. */
function reasonOf(output: unknown): string {
  const { message } = (output ?? {}) as { readonly message?: unknown };
  return typeof message === "string" ? message : "no worker could finish it";
}
