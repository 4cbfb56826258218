import { serve } from "../language-server/serve.ts";
import type { World } from "../model/world.ts";
import { loadConfig } from "./load-config.ts";

/** Serve an editor on standard input and output until it ends the session. */
export function serveEditor(world: World, version: string): Promise<void> {
  return serve({ world, version, loadConfig, ...world.streams() });
}
