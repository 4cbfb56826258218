import { openHelp } from "./pipeline/build-task.ts";
import { tuneEngine } from "./world/tune-engine.ts";
import { realWorld } from "./world/node.ts";
import { serveTasks } from "./world/serve-tasks.ts";

// A program of its own, started by `world/helper.ts`: makes publications beside the program that was asked for them.
tuneEngine();
const { work, close } = openHelp(realWorld());
serveTasks(work, close);
