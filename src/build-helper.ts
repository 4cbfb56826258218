import { openHelp } from "./pipeline/build-task.ts";
import { optimiseLate } from "./world/late-optimising.ts";
import { realWorld } from "./world/node.ts";
import { serveTasks } from "./world/serve-tasks.ts";

// A program of its own, started by `world/helper.ts`: makes publications beside the program that was asked for them.
optimiseLate();
const { work, close } = openHelp(realWorld());
serveTasks(work, close);
