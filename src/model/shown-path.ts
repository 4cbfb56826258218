import { isAbsolute, relative, sep } from "node:path";

/** Returns a path as a user would type it: relative to the working folder where it lies inside it, `/`-separated. */
export function shownPath(path: string, workingFolder: string): string {
  const short = relative(workingFolder, path);
  if (short === "") return ".";
  const inside = !short.startsWith("..") && !isAbsolute(short);
  return (inside ? short : path).split(sep).join("/");
}

/** Returns the path of a file relative to a folder, `/`-separated, wherever it lies. */
export function relativePath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

/** Reports whether a path, with links resolved, is a folder or lies inside it. */
export function liesInside(folder: string, path: string): boolean {
  const short = relative(folder, path);
  return short === "" || (short !== ".." && !short.startsWith(`..${sep}`) && !isAbsolute(short));
}
