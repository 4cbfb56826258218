import { join } from "node:path";
import { loadTemplate, type Template } from "../../src/template/load.ts";
import { chooseOptions, type TemplateChoices } from "../../src/template/options.ts";
import { worldIn } from "./world.ts";

/** The handout template, with what holds where an article chooses nothing. */
export async function loadHandout(): Promise<{ readonly template: Template; readonly options: TemplateChoices }> {
  const world = worldIn("/");
  const template = await loadTemplate(world, [join(world.host.toolFolder, "templates")], "handout");
  if (!template.ok) throw new Error("no template");
  const options = chooseOptions(template.value, {}, () => ({ file: "article.md" }));
  if (!options.ok) throw new Error("no options");
  return { template: template.value, options: options.value };
}
