/** Upper bounds of the histogram, in seconds. */
const bounds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

export interface Metrics {
  /** Labels are fixed strings, never content of a document. */
  readonly count: (name: string, labels: Readonly<Record<string, string>>) => void;
  readonly observe: (seconds: number) => void;
  /** Returns the metrics in the text format of Prometheus, version 0.0.4. */
  readonly expose: (gauges: Readonly<Record<string, number>>) => string;
}

const help: Readonly<Record<string, string>> = {
  offprint_requests_total: "Requests by route and status.",
  offprint_refused_total: "Requests that found no room to wait.",
  offprint_job_seconds: "Time from the start of a job to its end.",
  offprint_jobs_active: "Jobs in work.",
  offprint_jobs_waiting: "Requests that wait for their turn.",
  offprint_held_bytes: "Finished files that can still be fetched.",
};

export function createMetrics(): Metrics {
  const counters = new Map<string, Map<string, number>>();
  const buckets = bounds.map(() => 0);
  let sum = 0;
  let total = 0;
  const head = (name: string, type: string): string => `# HELP ${name} ${help[name] ?? ""}\n# TYPE ${name} ${type}\n`;
  return {
    count(name, labels) {
      const key = Object.entries(labels)
        .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
        .join(",");
      const series = counters.get(name) ?? new Map<string, number>();
      counters.set(name, series.set(key, (series.get(key) ?? 0) + 1));
    },
    observe(seconds) {
      sum += seconds;
      total += 1;
      for (const [index, bound] of bounds.entries()) if (seconds <= bound) buckets[index] = (buckets[index] ?? 0) + 1;
    },
    expose(gauges) {
      const counted = [...counters].map(
        ([name, series]) =>
          head(name, "counter") + Array.from(series, ([key, value]) => `${name}{${key}} ${value}\n`).join(""),
      );
      const name = "offprint_job_seconds";
      const lines = bounds.map((bound, index) => `${name}_bucket{le="${bound}"} ${buckets[index]}\n`);
      const histogram = `${head(name, "histogram")}${lines.join("")}${name}_bucket{le="+Inf"} ${total}\n${name}_sum ${sum}\n${name}_count ${total}\n`;
      const gauged = Object.entries(gauges).map(([gauge, value]) => `${head(gauge, "gauge")}${gauge} ${value}\n`);
      return [...counted, histogram, ...gauged].join("");
    },
  };
}
