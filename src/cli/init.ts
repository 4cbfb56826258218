import { initProject } from "../api/scaffold.ts";
import type { Run } from "./command.ts";
import { printReport } from "./print-report.ts";

/** `offprint init`: creates a project in the working folder, without prompts. Never overwrites existing files. */
export const runInit: Run = async ({ world, toolVersion }) => {
  const made = await initProject(world, toolVersion);
  if (!made.ok) return printReport(world, "text", made);
  const { written, kept } = made.value;
  const width = Math.max(...written.map(({ path }) => path.length));
  for (const { path, purpose } of written) world.terminal.print(`Written ${path.padEnd(width)}  ${purpose}\n`);
  for (const path of kept) world.terminal.print(`Kept ${path}, which was there\n`);
  world.terminal.print("\nNow run: npx offprint build\n");
  return 0;
};
