/**
 * Moves ids that only serve measurement to hidden elements, so that they have no destination: for each page, the browser
 * looks at each destination. The links to them remain, which keeps the others in the order that the browser gives them.
 * Returns nothing if an id does not occur once, because the text has it, too.
 */
export function hideMeasures(content: string, ids: ReadonlySet<string>): string | undefined {
  const hidden: string[] = [];
  const text = content.replaceAll(/ id="(offprint\.[\w.]+)"/g, (attribute, id: string) => {
    if (!ids.has(id)) return attribute;
    hidden.push(id);
    return "";
  });
  if (hidden.length !== ids.size || new Set(hidden).size !== ids.size) return undefined;
  const elements = hidden.map((id) => `<i id="${id}"></i>`).join("");
  return text.replace(/<\/body>\s*<\/html>\s*$/, (end) => `<div hidden>${elements}</div>${end}`);
}
