import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { writeSettings } from "../../.github/scripts/write-settings.ts";
import type { World } from "../../src/model/world.ts";
import { loadTemplate } from "../../src/template/load.ts";
import { settingsName } from "../../src/template/ready-settings.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const world = worldIn("/");
const templates = join(world.host.toolFolder, "templates");

test("the package has the settings of the template that extends no other, and loads them without reading its YAML", async () => {
  const folder = await temporaryFolder({});
  writeSettings(templates, folder);
  const description = `${readFileSync(join(templates, "handout/template.yaml"), "utf8")}# A remark that no other test reads.\n`;
  const [name = ""] = readdirSync(folder);
  expect(readdirSync(folder)).toEqual([settingsName(readFileSync(join(templates, "handout/template.yaml"), "utf8"))]);
  const parsed = await loadTemplate(world, [templates], "handout");
  if (!parsed.ok) throw new Error("no template");
  const text = readFileSync(join(folder, name), "utf8");
  expect(JSON.parse(text)).toEqual(parsed.value.settings);

  // The same template with another description, whose settings are ready.
  const encode = (content: string): Uint8Array => new TextEncoder().encode(content);
  const ready = encode(text.replace("Source Serif 4", "Serif of the package"));
  const isReady = (path: string): boolean => basename(path) === settingsName(description);
  const disk: World["disk"] = {
    ...world.disk,
    stat: async (path) =>
      isReady(path)
        ? { kind: "file", size: ready.length, modified: new Date(0), executable: false }
        : world.disk.stat(path),
    read: async (path) => {
      if (isReady(path)) return ready;
      return path === join(templates, "handout/template.yaml") ? encode(description) : world.disk.read(path);
    },
  };
  const loaded = await loadTemplate({ ...world, disk }, [templates], "handout");
  expect(loaded.ok && loaded.value.settings.fonts[0]?.family).toBe("Serif of the package");
});
