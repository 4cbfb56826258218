import type * as Otlp from "@opentelemetry/exporter-metrics-otlp-http";
import type * as Prometheus from "@opentelemetry/exporter-prometheus";
import type * as Resources from "@opentelemetry/resources";
import type * as Sdk from "@opentelemetry/sdk-metrics";
import { importOptional, NotInstalled, packageFile } from "../model/optional-package.ts";
import { Problem } from "./problem.ts";

const packages = ["sdk-metrics", "resources", "exporter-prometheus"].map((name) => `@opentelemetry/${name}`);
const sender = "@opentelemetry/exporter-metrics-otlp-http";

/** Upper bounds of a histogram, in seconds. */
const bounds = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

export interface Metrics {
  /** Labels are ours, never a word of a document. */
  readonly request: (labels: Readonly<Record<string, string>>) => void;
  readonly refused: (route: string) => void;
  readonly observe: (seconds: number) => void;
  /** The text format of Prometheus, version 0.0.4. */
  readonly expose: () => Promise<string>;
  /** Sends the remaining metrics. */
  readonly close: () => Promise<void>;
}

/** Values that are read when the metrics are requested. */
export interface Gauges {
  readonly active: () => number;
  readonly waiting: () => number;
  readonly heldBytes: () => number;
}

type Variables = Readonly<Record<string, string | undefined>>;

/**
 * Creates the service's metrics with the OpenTelemetry SDK: for Prometheus to pull, and pushed by OTLP if the
 * environment names a collector (`OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_EXPORTER_OTLP_METRICS_ENDPOINT`). Without the SDK
 * the service runs without metrics, unless a collector waits for them.
 */
export async function createMetrics(version: string, gauges: Gauges, variables: Variables): Promise<Metrics> {
  const collector = variables["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"] ?? variables["OTEL_EXPORTER_OTLP_ENDPOINT"] ?? "";
  const wanted = collector === "" ? packages : [...packages, sender];
  if (wanted.some((name) => packageFile(name) === undefined)) {
    const missing = new NotInstalled(wanted.join(" "));
    if (collector !== "") throw missing;
    return noMetrics(missing.hint);
  }
  const { PrometheusExporter, PrometheusSerializer } = await importOptional<typeof Prometheus>(
    "@opentelemetry/exporter-prometheus",
  );
  const { resourceFromAttributes } = await importOptional<typeof Resources>("@opentelemetry/resources");
  const { MeterProvider } = await importOptional<typeof Sdk>("@opentelemetry/sdk-metrics");
  const asked = new PrometheusExporter({ preventServerStart: true });
  const sent = collector === "" ? [] : [await openSender()];
  const provider = new MeterProvider({
    resource: resourceFromAttributes({
      "service.name": variables["OTEL_SERVICE_NAME"] ?? "offprint",
      "service.version": version,
    }),
    readers: [asked, ...sent],
  });
  const meter = provider.getMeter("offprint", version);
  const requests = meter.createCounter("offprint_requests", { description: "Requests by route and status." });
  const refusals = meter.createCounter("offprint_refused", { description: "Requests that found no room to wait." });
  const jobs = meter.createHistogram("offprint_job_seconds", {
    description: "Time from the start of a job to its end.",
    unit: "s",
    advice: { explicitBucketBoundaries: bounds },
  });
  const gauge = (name: string, description: string, read: () => number): void =>
    meter.createObservableGauge(name, { description }).addCallback((result) => result.observe(read()));
  gauge("offprint_jobs_active", "Jobs in work.", gauges.active);
  gauge("offprint_jobs_waiting", "Requests that wait for their turn.", gauges.waiting);
  gauge("offprint_held_bytes", "Finished files that can still be fetched.", gauges.heldBytes);
  const serializer = new PrometheusSerializer("", false, undefined, false, true);
  return {
    request: (labels) => requests.add(1, labels),
    refused: (route) => refusals.add(1, { route }),
    observe: (seconds) => jobs.record(seconds),
    expose: async () => serializer.serialize((await asked.collect()).resourceMetrics),
    // A collector that does not respond must not delay the end.
    close: () => provider.shutdown({ timeoutMillis: 5000 }).catch(() => undefined),
  };
}

/** Interval, headers and compression come from the environment, as in all programs with this SDK. */
async function openSender() {
  const { PeriodicExportingMetricReader } = await importOptional<typeof Sdk>("@opentelemetry/sdk-metrics");
  const { OTLPMetricExporter } = await importOptional<typeof Otlp>(sender);
  return new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter() });
}

function noMetrics(hint: string): Metrics {
  return {
    request: () => undefined,
    refused: () => undefined,
    observe: () => undefined,
    expose: () => Promise.reject(new Problem(501, "Not Implemented", `OpenTelemetry is not installed. ${hint}`)),
    close: () => Promise.resolve(),
  };
}
