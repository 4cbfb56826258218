/** The words of a text in Markdown, in small letters, each once, but for its front matter. */
export function sourceWords(text: string): string[] {
  const body = text.replace(/^(---|\+\+\+)\n[\s\S]*?\n\1\n/, "");
  const words =
    body
      .normalize("NFKC")
      .toLowerCase()
      .match(/\p{L}[\p{L}\p{M}]{2,}/gu) ?? [];
  return [...new Set(words)];
}
