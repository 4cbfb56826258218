import { pdfTasks } from "./formats/pdf/work.ts";
import { serveTasks } from "./world/serve-tasks.ts";
import { keepHeapSmall } from "./world/tune-engine.ts";

// A separate program, started by `world/workers.ts`: finishes and checks long PDFs.
keepHeapSmall();
serveTasks(pdfTasks());
