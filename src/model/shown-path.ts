import { isAbsolute, relative, sep } from "node:path";

/** A path as a person would type it: relative to the working folder where it lies in it, `/`-separated. */
export function shownPath(path: string, workingFolder: string): string {
  const short = relative(workingFolder, path);
  if (short === "") return ".";
  const inside = !short.startsWith("..") && !isAbsolute(short);
  return (inside ? short : path).split(sep).join("/");
}

/** A file as it is called from a folder, `/`-separated, wherever it lies. */
export function relativePath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join("/");
}

/** Whether a path, links resolved, is a folder or lies in it. */
export function liesInside(folder: string, path: string): boolean {
  const short = relative(folder, path);
  return short === "" || (short !== ".." && !short.startsWith(`..${sep}`) && !isAbsolute(short));
}
