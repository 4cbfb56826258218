import type { Element, Root } from "hast";
import { visit } from "../../model/visit.ts";
import { isElement, textOf } from "../hast.ts";
import type { Report } from "../../diagnostics/report.ts";
import { plain } from "./plain.ts";

/** Beginnings of an alternative text that only say that there is an image, by language. */
const beginnings: Readonly<Record<string, RegExp>> = {
  en: /^(?:an? |the )?(?:image|picture|photo|photograph|graphic|screenshot) (?:of|showing)\b/,
  es: /^(?:una? |la )?(?:imagen|foto|fotografía|gráfico) (?:de|que muestra)(?!\p{L})/u,
  fr: /^(?:une? |l )?(?:image|photo|photographie|illustration) (?:d|de|du|des|montrant)(?!\p{L})/u,
  de: /^(?:ein |das )?(?:bild|foto|grafik)(?: von| mit|:)(?!\p{L})/u,
  pt: /^(?:uma? |a )?(?:imagem|foto|fotografia|gráfico) (?:de|da|do|que mostra)(?!\p{L})/u,
  ar: /^صورة (?:ل|من|تظهر)/,
  hi: /^(?:का |की )?(?:चित्र|तस्वीर) (?:जिसमें|में)/,
  ur: /^تصویر (?:جس|میں)/,
  bn: /^(?:একটি )?(?:ছবি|চিত্র) (?:যাতে|যেখানে)/,
  ta: /^(?:ஒரு )?(?:படம்|புகைப்படம்)[:,]/,
  fa: /^(?:تصویر|عکس)(?:ی| که)?(?: از| نشان)/,
  zh: /^(?:一张)?(?:图片|照片)(?:显示|：)/,
  ja: /^(?:画像|写真)[：は]/,
};

/**
 * Reports alternative texts that repeat the caption, or say that there is an image, which a screen reader announces
 * itself.
 */
export function checkAlternativeTexts(tree: Root, language: string, report: Report): void {
  const beginning = beginnings[new Intl.Locale(language).language];
  const captions = new Map<Element, string>();
  visit(tree, "element", (node) => {
    if (node.tagName === "figure") for (const [image, caption] of captionsIn(node)) captions.set(image, caption);
    const alt = node.tagName === "img" ? String(node.properties["alt"] ?? "").trim() : "";
    if (alt === "") return;
    const { title } = node.properties;
    const caption = typeof title === "string" ? title : (captions.get(node) ?? "");
    if (caption !== "" && plain(alt) === plain(caption)) {
      const message = "The alternative text repeats the caption.";
      report(
        "altTextDescriptive",
        node,
        message,
        "Say what the picture shows; both are read out, one after the other.",
      );
    }
    if (beginning?.test(alt.toLowerCase().replaceAll(/['’]/g, " "))) {
      const message = `The alternative text begins with "${alt.split(/\s+/, 3).join(" ")}".`;
      report("altTextDescriptive", node, message, "Say what it shows; assistive technology says that it is an image.");
    }
  });
}

/** Returns the images of a figure, each with the figure's caption. */
function captionsIn(figure: Element): [Element, string][] {
  const caption = figure.children.find((child): child is Element => isElement(child, "figcaption"));
  const images: [Element, string][] = [];
  visit(figure, "element", (node) => {
    if (node.tagName === "img" && caption) images.push([node, textOf(caption)]);
  });
  return images;
}
