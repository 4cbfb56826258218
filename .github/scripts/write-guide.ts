import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillChapter, guideFolder } from "./guide.ts";

// Regenerates the generated lists of the guide.
for (const name of globSync("*.md", { cwd: guideFolder })) {
  const path = join(guideFolder, name);
  writeFileSync(path, fillChapter(readFileSync(path, "utf8")));
}
