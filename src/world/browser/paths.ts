import { type PlatformPath, posix, win32 } from "node:path";
import type { Disk, Host } from "../../model/world.ts";

/** The path rules of the host, which in a test need not be those of the machine that runs it. */
export function pathsOf(host: Host): PlatformPath {
  return host.platform === "win32" ? win32 : posix;
}

/** Whether a file that can be run is there. A folder that may not be entered counts as empty. */
export async function isProgram(disk: Disk, path: string): Promise<boolean> {
  const state = await disk.stat(path).catch(() => undefined);
  return state?.kind === "file" && state.executable;
}

/** The folders of `PATH`. Relative ones are left out: they would make the browser depend on where one stands. */
function searchPath(host: Host): readonly string[] {
  const path = pathsOf(host);
  const folders = (host.variables["PATH"] ?? host.variables["Path"] ?? "").split(path.delimiter);
  return folders.filter((folder) => path.isAbsolute(folder));
}

/** The first program of that name in `PATH`. */
export async function findInPath(disk: Disk, host: Host, name: string): Promise<string | undefined> {
  const path = pathsOf(host);
  for (const folder of searchPath(host)) {
    const candidate = path.join(folder, host.platform === "win32" ? `${name}.exe` : name);
    if (await isProgram(disk, candidate)) return candidate;
  }
  return undefined;
}
