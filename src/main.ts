#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";
import { readHost } from "./world/host.ts";
import { tuneEngine } from "./world/tune-engine.ts";

// A Node that is too old stops at the first thing that it lacks. This file and what it names lack nothing on any.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Offprint needs Node 22.18 or later; this is Node ${process.versions.node}.
Install a newer one from https://nodejs.org/, or let npm bring one for this command:
  npx -p node@24 -p offprint offprint --help`);
  process.exitCode = 3;
} else {
  tuneEngine();
  // Before anything else is loaded: Node compiles each file once and then takes it from the user's cache folder.
  const host = readHost();
  module.enableCompileCache(join(host.cacheFolder, "compiled"));
  const [{ runProgram, unfinishedWork }, { realWorld }] = await Promise.all([
    import("./cli/program.ts"),
    import("./world/node.ts"),
  ]);
  process.once("beforeExit", () => endUnfinished(unfinishedWork()));
  process.exitCode = await runProgram(realWorld(host, true), process.argv.slice(2));
}

/** Names the plug-ins whose promises never settle when nothing is left to do, and ends the program with 2. */
function endUnfinished(sentences: readonly string[]): void {
  for (const sentence of sentences) console.error(`${sentence} Correct it, or remove it from offprint.config.ts.`);
  if (sentences.length > 0) process.exit(2);
}
