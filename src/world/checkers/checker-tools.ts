import type { Disk, Host, Shell } from "../../model/world.ts";

/** What a checker is run with. */
export interface CheckerTools {
  readonly disk: Disk;
  readonly host: Host;
  readonly shell: Shell;
}
