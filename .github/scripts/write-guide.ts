import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillChapter, guideFolder } from "./guide.ts";

// Fills in anew what the manual says of the program.
for (const name of globSync("*.md", { cwd: guideFolder })) {
  const path = join(guideFolder, name);
  writeFileSync(path, fillChapter(readFileSync(path, "utf8")));
}
