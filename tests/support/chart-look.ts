import type { ChartLook } from "../../src/charts/look.ts";
import { chartLook, onlyChartFaces } from "../../src/template/chart-look.ts";
import { subsetFonts } from "../../src/template/fonts.ts";
import { loadTemplate } from "../../src/template/load.ts";
import { join } from "node:path";
import { worldIn } from "./world.ts";

/** The look of the handout template's charts, with letters for plain English. */
export async function handoutLook(): Promise<ChartLook> {
  const world = worldIn("/");
  const template = await loadTemplate(world, [join(world.host.toolFolder, "templates")], "handout");
  if (!template.ok) throw new Error("no template");
  const text = String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index));
  const fonts = await subsetFonts(world, onlyChartFaces(template.value), { text, code: "", math: "", languages: [] });
  if (!fonts.ok) throw new Error("no fonts");
  return chartLook(template.value, { accent: "#1f5f8b" }, fonts.value);
}
