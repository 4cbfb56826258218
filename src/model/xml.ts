/**
 * Removes what XML 1.0 cannot contain from serialised XML: control characters, lone surrogates and noncharacters (§2.2,
 * Char). Escapes `]]>` in text (§2.4).
 */
export function legalXml(xml: string): string {
  return xml.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "").replaceAll("]]>", "]]&gt;");
}
