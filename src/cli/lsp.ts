import { serveEditor } from "../api/language-server.ts";
import type { Run } from "./command.ts";

/** `offprint lsp`: ends when the editor does. */
export const runLsp: Run = async ({ world, toolVersion }) => {
  await serveEditor(world, toolVersion);
  return 0;
};
