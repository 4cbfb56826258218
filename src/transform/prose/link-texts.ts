import { toString } from "mdast-util-to-string";
import { visit } from "../../model/visit.ts";
import type { Report } from "../../diagnostics/report.ts";
import type { Prose } from "./prose.ts";
import { plain } from "./plain.ts";

/** Link texts that mean nothing out of context, by language. */
const emptyTexts: Readonly<Record<string, readonly string[]>> = {
  en: ["click here", "click", "here", "this", "this link", "this page", "more", "read more", "learn more"],
  es: ["haga clic aquí", "haz clic aquí", "clic aquí", "aquí", "enlace", "este enlace", "más", "leer más"],
  fr: ["cliquez ici", "ici", "lien", "ce lien", "lire la suite", "en savoir plus", "plus"],
  de: ["hier klicken", "klicken sie hier", "hier", "dieser link", "mehr", "weiterlesen", "mehr erfahren"],
  pt: ["clique aqui", "aqui", "este link", "esta ligação", "mais", "leia mais", "ler mais", "saiba mais"],
  ar: ["اضغط هنا", "انقر هنا", "هنا", "الرابط", "هذا الرابط", "المزيد", "اقرأ المزيد"],
  hi: ["यहाँ क्लिक करें", "यहां क्लिक करें", "यहाँ", "यहां", "लिंक", "यह लिंक", "और पढ़ें"],
  ur: ["یہاں کلک کریں", "یہاں", "لنک", "یہ لنک", "مزید", "مزید پڑھیں"],
  bn: ["এখানে ক্লিক করুন", "এখানে", "লিংক", "এই লিংক", "আরও", "আরও পড়ুন"],
  ta: ["இங்கே கிளிக் செய்யவும்", "இங்கே சொடுக்கவும்", "இங்கே", "இணைப்பு", "இந்த இணைப்பு", "மேலும்", "மேலும் படிக்க"],
  fa: ["اینجا کلیک کنید", "اینجا را کلیک کنید", "اینجا", "پیوند", "این پیوند", "لینک", "بیشتر", "بیشتر بخوانید"],
  zh: ["点击这里", "点击此处", "点此", "这里", "此处", "链接", "更多", "阅读更多", "點擊這裡", "這裡", "此處", "連結"],
  ja: ["こちら", "ここ", "ここをクリック", "こちらをクリック", "詳細はこちら", "リンク", "もっと見る", "続きを読む"],
};

/** Reports meaningless link texts, because screen readers list links without context (WCAG 2.2, 2.4.4 and 2.4.9). */
export function checkLinkTexts({ tree, language }: Prose, report: Report): void {
  const empty = new Set(emptyTexts[new Intl.Locale(language).language]?.map(plain));
  visit(tree, (node) => {
    if (node.type !== "link" && node.type !== "linkReference") return;
    const text = toString(node, { includeImageAlt: true });
    if (!empty.has(plain(text))) return;
    report("linkTextDescriptive", node, `The link text "${text}" does not say where it leads.`, "Name what is there.");
  });
}
