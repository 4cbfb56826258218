import type { Disk, Host, Shell } from "../../model/world.ts";

/** What a checker needs to run. */
export interface CheckerTools {
  readonly disk: Disk;
  readonly host: Host;
  readonly shell: Shell;
}
