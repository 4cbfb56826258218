import { join, resolve } from "node:path";
import { firstArticle, titleOf } from "../api/scaffold.ts";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { World } from "../model/world.ts";
import type { Run } from "./command.ts";
import { printReport } from "./print-report.ts";

/** `offprint new SLUG`: creates a sample publication. Never overwrites existing files. */
export const runNew: Run = async ({ world }, [slug = ""], options) => {
  const folder = join(String(options["in"]), slug);
  const diagnostics = await begin(world, slug, folder);
  const code = await printReport(world, "text", { diagnostics });
  if (code > 0) return code;
  const path = join(folder, "article.md").replaceAll("\\", "/");
  const offprint = world.host.variables["npm_lifecycle_event"] === "offprint" ? "npm run -s offprint --" : "offprint";
  world.terminal.print(`Written ${path}\nNow edit it, and run: ${offprint} build ${path.replace("/article.md", "")}\n`);
  return 0;
};

async function begin(world: World, slug: string, folder: string) {
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug)) {
    const hint = "Use small letters, digits and hyphens: my-article.";
    return [diagnostic("commandShape", `"${slug}" cannot be the name of a publication.`, hint)];
  }
  const whole = resolve(world.host.workingFolder, folder);
  if (await world.disk.stat(whole)) {
    return [diagnostic("commandShape", `"${folder}" already exists.`, "Choose another name.")];
  }
  const today = world.clock.now().toISOString().slice(0, 10);
  try {
    await world.disk.makeFolder(whole);
    await world.disk.write(
      join(whole, "article.md"),
      new TextEncoder().encode(firstArticle({ title: titleOf(slug), today })),
    );
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [diagnostic("outputWritable", `The publication cannot be written: ${reason}.`)];
  }
}
