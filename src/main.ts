#!/usr/bin/env node
import { runProgram } from "./cli/program.ts";
import { realWorld } from "./world/node.ts";

process.exitCode = await runProgram(realWorld(), process.argv.slice(2));
