import { join } from "node:path";
import type { World } from "../model/world.ts";

/** Returns the direct subfolders that contain a publication, with links resolved. */
export async function publicationsBelow(world: World, folder: string): Promise<string[]> {
  const entries = await world.disk.list(folder);
  const folders = entries.filter(
    (entry) => entry.kind === "folder" && !entry.name.startsWith(".") && entry.name !== "node_modules",
  );
  const marked = await Promise.all(
    folders.map(async ({ name }) => {
      const inside = (await world.disk.list(join(folder, name))).map((entry) => entry.name);
      return inside.includes("article.md") || inside.includes("publication.yaml");
    }),
  );
  const named = folders.filter((_, index) => marked[index]);
  return Promise.all(named.map(({ name }) => world.disk.realPath(join(folder, name))));
}
