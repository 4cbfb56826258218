import { createHash } from "node:crypto";
import type { PgBoss } from "pg-boss";
import { patiently } from "./patiently.ts";
import type { QueuedJob, QueuedResult, QueuedRun, WorkQueue, WorkQueues } from "../model/work-queue.ts";

/** A schema of our own, beside whatever else the database holds. */
const schema = "offprint";

/** Runs by their id; jobs of all runs; those that have failed for good. */
const [runs, jobs, failed] = ["runs", "jobs", "failed"] as const;

/** Results are of one run: only the machine that waits for them takes them. */
const resultsOf = (run: string): string => `results-${run.slice(0, 16)}`;

/** Seconds that are kept for jobs nobody takes and results nobody fetches. */
const month = 30 * 24 * 3600;

/** Seconds. A worker that is silent for so long is taken for dead; pg-boss allows no less than 10. */
const heartbeat = 10;

/** How a job that could not be done is tried again: with pauses that double. */
const policy = {
  retryLimit: 4,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 120,
  expireInSeconds: 900,
  heartbeatSeconds: heartbeat,
  retentionSeconds: month,
} as const;

const kept = { retryLimit: 1000, expireInSeconds: 60, retentionSeconds: month } as const;

interface JobData {
  readonly run: string;
  readonly key: string;
  readonly data: unknown;
}

/** Jobs of each run, without what is in them. */
const countJobs = `
  SELECT data->>'run' AS run, name, state = 'active' AS active, count(*) AS count
  FROM ${schema}.job WHERE name IN ('${jobs}', '${failed}') GROUP BY 1, 2, 3`;

/** Work in PostgreSQL, by pg-boss. */
export const workQueues: WorkQueues = {
  async connect(url) {
    const { PgBoss } = await import("pg-boss");
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
    // A connection that is lost is made again at the next query, which says what is wrong where it cannot.
    boss.on("error", () => undefined);
    await boss.start();
    await boss.createQueue(runs, kept);
    await boss.createQueue(failed, kept);
    await boss.createQueue(jobs, { ...policy, deadLetter: failed });
    return patient(queueOf(boss));
  },
};

/** All that is asked for can be asked again. */
function patient(queue: WorkQueue): WorkQueue {
  return {
    ...queue,
    announce: (...call) => patiently(() => queue.announce(...call)),
    commonOf: (run) => patiently(() => queue.commonOf(run)),
    enqueue: (all) => patiently(() => queue.enqueue(all)),
    takeResults: (...call) => patiently(() => queue.takeResults(...call)),
    forget: (run) => patiently(() => queue.forget(run)),
  };
}

function queueOf(boss: PgBoss): WorkQueue {
  return {
    async announce({ run, title, total, started }, common) {
      await boss.createQueue(resultsOf(run), kept);
      const data = { run, title, total, started: started.toISOString(), common };
      await boss.insert(runs, [{ id: idOf(run, ""), data }]);
    },
    async commonOf(run) {
      const [job] = await boss.findJobs<{ readonly common: unknown }>(runs, { id: idOf(run, "") });
      if (!job) throw new Error("the run is not, or no longer, known");
      return job.data.common;
    },
    async enqueue(all) {
      await boss.insert(
        jobs,
        all.map(({ run, key, data }) => ({ id: idOf(run, key), data: { run, key, data } })),
      );
    },
    takeResults: (run, keep) => takeResults(boss, run, keep),
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
    async work(lanes, handle) {
      const options = { localConcurrency: lanes, batchSize: 1, pollingIntervalSeconds: 0.5, burstWhenReadyExceeds: 1 };
      await boss.work<JobData>(jobs, options, async ([job]) => {
        if (!job) return;
        const result = await handle(job.data);
        await patiently(() => settle(boss, job.id, job.data, result));
      });
    },
    async state() {
      const known = await boss.findJobs<Omit<QueuedRun, "started"> & { readonly started: string }>(runs);
      const { rows } = await boss.getDb().executeSql(countJobs);
      const counts = rows as readonly { run: string; name: string; active: boolean; count: string }[];
      const sum = (run: string, name: string, active: boolean): number =>
        Number(counts.find((one) => one.run === run && one.name === name && one.active === active)?.count ?? 0);
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

/** The result is there and the job is gone, or neither: a machine that dies in between has done nothing. */
async function settle(boss: PgBoss, id: string, { run, key }: QueuedJob, result: unknown): Promise<void> {
  const database = boss.getDb();
  if (!database.beginTransaction) throw new Error("this database has no transactions");
  const transaction = await database.beginTransaction();
  try {
    // A run that was forgotten has no queue for results.
    await boss.insert(resultsOf(run), [{ id: idOf(run, key), data: { key, data: result } }], { db: transaction.db });
    await boss.deleteJob(jobs, id, { db: transaction.db });
    await transaction.commit();
  } catch (error) {
    await transaction.rollback();
    throw error;
  }
}

async function takeResults(
  boss: PgBoss,
  run: string,
  keep: (results: readonly QueuedResult[]) => Promise<void>,
): Promise<number> {
  const done = await boss.fetch<QueuedResult>(resultsOf(run), { batchSize: 500 });
  const broken = await boss.findJobs<JobData>(failed, { data: { run }, limit: 500 });
  const failures = broken.map(({ data, sourceOutput }) => ({ key: data.key, failure: reasonOf(sourceOutput) }));
  await keep([...done.map(({ data }) => data), ...failures]);
  if (done.length > 0)
    await boss.deleteJob(
      resultsOf(run),
      done.map(({ id }) => id),
    );
  if (broken.length > 0)
    await boss.deleteJob(
      failed,
      broken.map(({ id }) => id),
    );
  return done.length + broken.length;
}

/** What pg-boss keeps of an error. */
function reasonOf(output: unknown): string {
  const { message } = (output ?? {}) as { readonly message?: unknown };
  return typeof message === "string" ? message : "no worker could finish it";
}

/** A UUID made from names (RFC 9562, 5.8), so that a key is added once. */
function idOf(run: string, key: string): string {
  const hex = createHash("sha256").update(`${run}\n${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
