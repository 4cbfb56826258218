#!/usr/bin/env node
import module from "node:module";
import { join } from "node:path";
import v8 from "node:v8";
import { readHost } from "./world/host.ts";

// A Node that is too old stops at the first thing that it lacks. This file and what it names lack nothing on any.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(`Offprint needs Node 22.18 or later; this is Node ${process.versions.node}.
Install a newer one from https://nodejs.org/, or let npm bring one for this command:
  npx -p node@24 -p offprint offprint --help`);
  process.exitCode = 3;
} else {
  // The checks of an e-book and the subsets of its faces run for parts of a second: to optimise their WebAssembly takes longer.
  v8.setFlagsFromString("--wasm-tiering-budget=130000000");
  // Before anything else is loaded: Node compiles each file once and then takes it from the user's cache folder.
  const host = readHost();
  module.enableCompileCache(join(host.cacheFolder, "compiled"));
  const [{ runProgram }, { realWorld }] = await Promise.all([import("./cli/program.ts"), import("./world/node.ts")]);
  process.exitCode = await runProgram(realWorld(host), process.argv.slice(2));
}
