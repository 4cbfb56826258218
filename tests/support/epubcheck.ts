import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { EpubCheck } from "@likecoin/epubcheck-ts";
import { printDiagnostics } from "./prepare.ts";
import { worldIn } from "./world.ts";

const run = promisify(execFile);

/** The version of Java on this machine, if there is one. */
export const java: string | undefined = await run("java", ["-version"]).then(
  ({ stderr }) => /version "([^"]+)"/.exec(stderr)?.[1] ?? "of some version",
  () => undefined,
);

/** Who judges here, for the titles of tests: without Java no test says that EPUBCheck passed. */
export const judge = java === undefined ? "EPUBCheck's rewriting in TypeScript" : `EPUBCheck (Java ${java})`;

/**
 * Errors and warnings that the W3C's EPUBCheck has about a book. Where there is no Java, its rewriting in TypeScript
 * judges instead, which knows fewer rules, and `judge` says so: the tests must run on a machine with Node alone. GitHub's
 * runners all have Java, and a test holds them to it.
 */
export async function epubcheck(bytes: Uint8Array): Promise<string[]> {
  if (java === undefined) {
    const { messages } = await EpubCheck.validate(bytes);
    return messages.filter(isGrave).map(({ id, message, location }) => `${id} ${location?.path ?? ""} ${message}`);
  }
  const found = await worldIn("/").checkers.epubcheck(bytes);
  if (!found.ok) throw new Error(printDiagnostics(found.diagnostics));
  return found.value.map(({ id, path, line, message }) => `${id} ${path ?? ""}:${line ?? 0} ${message}`);
}

function isGrave({ severity }: { readonly severity: string }): boolean {
  return ["fatal", "error", "warning"].includes(severity.toLowerCase());
}

/** What Ace by DAISY has against a book. */
export async function ace(bytes: Uint8Array): Promise<string[]> {
  const world = worldIn("/");
  const browser = await world.browsers.open({});
  if (!browser.ok) throw new Error(printDiagnostics(browser.diagnostics));
  const found = await world.checkers.ace(bytes, browser.value);
  await browser.value.close();
  if (!found.ok) throw new Error(printDiagnostics(found.diagnostics));
  return found.value.map(({ id, path, steps, message }) => `${id} ${path ?? ""}${steps ?? ""} ${message}`);
}
