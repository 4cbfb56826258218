import { createHash } from "node:crypto";

/** Offprint's own schema, beside whatever else the database holds. */
export const schema = "offprint";

/** The queues: runs by their id, jobs of all runs, and jobs that failed for good. */
export const [runs, jobs, failed] = ["runs", "jobs", "failed"] as const;

/** Results have one queue per run: only the machine that waits for them takes them. */
export const resultsOf = (run: string): string => `results-${run.slice(0, 16)}`;

/** Counts the jobs of each run without reading their data. */
export const countJobs = `
  SELECT data->>'run' AS run, name, state = 'active' AS active, count(*) AS count
  FROM ${schema}.job WHERE name IN ('${jobs}', '${failed}') GROUP BY 1, 2, 3`;

/** Looks for what is left to do or to fetch of a run. */
export const findPending = `
  SELECT EXISTS (SELECT FROM ${schema}.job WHERE name = $1)
    OR EXISTS (SELECT FROM ${schema}.job WHERE name IN ('${jobs}', '${failed}')
      AND state IN ('created', 'retry', 'active') AND data->>'run' = $2) AS pending`;

/** Returns a UUID made from names (RFC 9562, 5.8), so that a key is added only once. */
export function idOf(run: string, key: string): string {
  const hex = createHash("sha256").update(`${run}\n${key}`).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
