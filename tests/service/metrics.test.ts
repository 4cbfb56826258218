import { expect, test } from "vitest";
import { createMetrics } from "../../src/service/metrics.ts";

test("each metric counts what it names", async () => {
  const metrics = await createMetrics("1.2.3", { active: () => 2, waiting: () => 3, heldBytes: () => 5 }, {});
  metrics.refused("/rows");
  metrics.refused("/rows");
  metrics.request({ route: "/rows", status: "503" });
  metrics.observe(0.3);
  const text = await metrics.expose();
  for (const line of [
    'offprint_refused_total{route="/rows"} 2',
    'offprint_requests_total{route="/rows",status="503"} 1',
    "offprint_jobs_active 2",
    "offprint_jobs_waiting 3",
    "offprint_held_bytes 5",
    "offprint_job_seconds_count 1",
    'offprint_job_seconds_bucket{le="0.25"} 0',
    'offprint_job_seconds_bucket{le="0.5"} 1',
  ])
    expect(text.split("\n")).toContain(line);
  await metrics.close();
});
