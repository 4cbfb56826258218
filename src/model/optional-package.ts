import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as S3 from "@aws-sdk/client-s3";
import type * as Otlp from "@opentelemetry/exporter-metrics-otlp-http";
import type * as Prometheus from "@opentelemetry/exporter-prometheus";
import type * as Resources from "@opentelemetry/resources";
import type * as Metrics from "@opentelemetry/sdk-metrics";
import type * as Boss from "pg-boss";

/** Where packages are looked for that do not come with Offprint: beside it, then in the added folders. */
const resolvers = new Map([["", createRequire(import.meta.url)]]);

/** Packages that Offprint imports on first use. */
interface OptionalPackages {
  readonly "@aws-sdk/client-s3": typeof S3;
  readonly "@opentelemetry/exporter-metrics-otlp-http": typeof Otlp;
  readonly "@opentelemetry/exporter-prometheus": typeof Prometheus;
  readonly "@opentelemetry/resources": typeof Resources;
  readonly "@opentelemetry/sdk-metrics": typeof Metrics;
  readonly "pg-boss": typeof Boss;
}

/** A package that is needed and not installed. */
export class NotInstalled extends Error {
  readonly hint: string;
  constructor(name: string) {
    super(`${name} is not installed`);
    this.hint = `Run: npm install ${name}`;
  }
}

/**
 * Also looks for packages in a folder and above it. An Offprint that npx runs, or that is installed globally, is not
 * beside the packages of a project.
 */
export function findPackagesIn(folder: string): void {
  resolvers.set(folder, createRequire(join(folder, "package.json")));
}

/** Returns the path of a file of an installed package, such as `mermaid/dist/mermaid.min.js`. */
export function packageFile(file: string): string | undefined {
  for (const { resolve } of resolvers.values()) {
    try {
      return resolve(file);
    } catch {
      // Not installed here: the next folder may have it.
    }
  }
  return undefined;
}

/** Imports an installed package. Throws `NotInstalled` without it. */
export async function importOptional<Name extends keyof OptionalPackages>(name: Name): Promise<OptionalPackages[Name]> {
  const entry = packageFile(name);
  if (entry === undefined) throw new NotInstalled(name);
  return (await import(pathToFileURL(entry).href)) as OptionalPackages[Name];
}
