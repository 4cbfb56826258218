import { drawTask } from "./pipeline/draw-task.ts";
import { serveTasks } from "./world/serve-tasks.ts";

// A program of its own, started by `world/workers.ts`: draws charts whose specification an author wrote.
serveTasks(drawTask);
