import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary.ts";

test("a loop of a plug-in that never ends is stopped, and the rest is made", async () => {
  const folder = await temporaryFolder({
    "a.md": "# A text\n\nWords.\n",
    "offprint.config.ts": `export default {
  plugins: [{
    name: "house", version: "1.0.0",
    transforms: [{ name: "turn", on: "mdast", after: "take-title", run: () => { for (;;); } }],
  }],
};
`,
  });
  const main = join(import.meta.dirname, "../../src/main.ts");
  const words = [main, "build", "a.md", "--edition", "web", "--no-cache"];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  expect(stderr).toContain('The plug-in "house" failed at its step "turn": It was stopped after 30 seconds.');
  expect(status).toBe(2);
});

test("a plug-in whose promise never settles ends the program, and is named", async () => {
  const folder = await temporaryFolder({
    "a.md": "# A text\n\nWords.\n",
    "offprint.config.ts": `export default {
  plugins: [{
    name: "house", version: "1.0.0",
    transforms: [{ name: "wait", on: "mdast", after: "take-title", run: () => new Promise(() => {}) }],
  }],
};
`,
  });
  const main = join(import.meta.dirname, "../../src/main.ts");
  const words = [main, "build", "a.md", "--edition", "web", "--no-cache"];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: folder, encoding: "utf8" });
  expect(stderr).toContain('The plug-in "house" does not end at its step "wait".');
  expect(status).toBe(2);
});
