import { serveEditor } from "../api/language-server.ts";
import type { Run } from "./command.ts";

/** `offprint lsp`: runs until the editor ends the session. */
export const runLsp: Run = async ({ world, toolVersion }) => {
  await serveEditor(world, toolVersion);
  return 0;
};
