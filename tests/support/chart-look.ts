import { type ChartLook, pictureWidth } from "../../src/charts/look.ts";
import { chartLook, onlyChartFaces } from "../../src/template/chart-look.ts";
import { subsetFonts } from "../../src/template/fonts.ts";
import { loadHandout } from "./handout.ts";
import { worldIn } from "./world.ts";

/** The look of the handout template's charts, with letters for plain English and for these words. */
export async function handoutLook(language = "en", words = ""): Promise<ChartLook> {
  const world = worldIn("/");
  const { template, options } = await loadHandout();
  const text = String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index)) + words;
  const fonts = await subsetFonts(world, onlyChartFaces(template), { text, code: "", math: "", languages: [language] });
  if (!fonts.ok) throw new Error("no fonts");
  return { ...chartLook(template, options, fonts.value, language), width: pictureWidth };
}
