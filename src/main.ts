#!/usr/bin/env node
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { readHost } from "./world/host.ts";

// Before anything else is loaded: Node compiles each file once and then takes it from the user's cache folder.
const host = readHost();
enableCompileCache(join(host.cacheFolder, "compiled"));
const [{ runProgram }, { realWorld }] = await Promise.all([import("./cli/program.ts"), import("./world/node.ts")]);

process.exitCode = await runProgram(realWorld(host), process.argv.slice(2));
