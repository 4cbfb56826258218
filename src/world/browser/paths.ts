import { type PlatformPath, posix, win32 } from "node:path";
import type { Disk, Host } from "../../model/world.ts";

/** Returns the path rules of the host, which in tests may differ from those of the machine. */
export function pathsOf(host: Host): PlatformPath {
  return host.platform === "win32" ? win32 : posix;
}

/** Reports whether `path` is an executable file. A folder that cannot be read counts as empty. */
export async function isProgram(disk: Disk, path: string): Promise<boolean> {
  const state = await disk.stat(path).catch(() => undefined);
  return state?.kind === "file" && state.executable;
}

/** Returns the absolute folders of `PATH`. Relative ones would make the browser depend on the working folder. */
function searchPath(host: Host): readonly string[] {
  const path = pathsOf(host);
  const folders = (host.variables["PATH"] ?? host.variables["Path"] ?? "").split(path.delimiter);
  return folders.filter((folder) => path.isAbsolute(folder));
}

/** Returns the first program with that name in `PATH`. */
export async function findInPath(disk: Disk, host: Host, name: string): Promise<string | undefined> {
  const path = pathsOf(host);
  for (const folder of searchPath(host)) {
    const candidate = path.join(folder, host.platform === "win32" ? `${name}.exe` : name);
    if (await isProgram(disk, candidate)) return candidate;
  }
  return undefined;
}
