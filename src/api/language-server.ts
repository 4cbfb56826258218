import { serve } from "../language-server/serve.ts";
import type { World } from "../model/world.ts";
import { loadConfig } from "./load-config.ts";

/** Serves an editor over standard input and output until it ends the session. */
export function serveEditor(world: World, version: string): Promise<void> {
  return serve({ world, version, loadConfig, ...world.streams() });
}
