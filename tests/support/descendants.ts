import { readdir, readFile } from "node:fs/promises";

/** The command lines, their words separated by U+0000, of what a process of Linux and its children have started. */
export async function descendants(ancestor: number): Promise<string[]> {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const read = (id: string, file: string): Promise<string> => readFile(`/proc/${id}/${file}`, "latin1").catch(() => "");
  // The parent is the second field behind the name, which may have parentheses and spaces itself.
  const parentOf = async (id: string) => [id, (await read(id, "stat")).split(")").at(-1)?.split(" ")[2] ?? ""] as const;
  const parents = new Map(await Promise.all(ids.map(parentOf)));
  const descends = (id: string): boolean => {
    const parent = parents.get(id);
    return parent !== undefined && (parent === String(ancestor) || descends(parent));
  };
  return Promise.all(ids.filter(descends).map((id) => read(id, "cmdline")));
}
