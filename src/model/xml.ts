/**
 * Serialised XML without what XML 1.0 cannot carry: control characters, lone surrogates and noncharacters are left out
 * (§2.2, Char), and `]]>` in a text is escaped (§2.4).
 */
export function legalXml(xml: string): string {
  return xml.replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "").replaceAll("]]>", "]]&gt;");
}
