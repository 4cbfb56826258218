import { posix } from "node:path";
import { unzipSync } from "fflate";

const mediaTypes: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
};

/**
 * The documents of a book as a reader that ignores style sheets has them: without links to sheets, `style` elements and
 * `style` attributes, images embedded. As text/html, so that a browser shows them without an address.
 */
export function unstyledDocuments(bytes: Uint8Array): [path: string, html: string][] {
  const files = unzipSync(bytes);
  const paths = Object.keys(files).filter((path) => path.endsWith(".xhtml"));
  return paths.map((path) => {
    const text = new TextDecoder().decode(files[path]);
    const bare = text
      .replace(/<\?xml[^>]*\?>/, "")
      .replaceAll(/<link [^>]*rel="stylesheet"[^>]*\/>|(?<!<svg(?:(?!<\/svg>)[\s\S])*)<style[\s\S]*?<\/style>/g, "")
      .replaceAll(/(<(?!svg\b|g\b|path\b|rect\b|text\b|tspan\b|circle\b|line\b)[a-z][^<>]*?) style="[^"]*"/g, "$1")
      .replaceAll(/<(title|a|span|td|th|li|p|div|section|i|script)((?:\s[^<>]*)?)\/>/g, "<$1$2></$1>")
      .replaceAll(/(<(?:img|image)\b[^>]*?(?:src|href)=")([^"]*)"/g, (_, start: string, address: string) => {
        const target = posix.join(posix.dirname(path), decodeURIComponent(address));
        const type = mediaTypes[posix.extname(target).slice(1).toLowerCase()];
        const content = files[target];
        return type && content
          ? `${start}data:${type};base64,${Buffer.from(content).toString("base64")}"`
          : `${start}${address}"`;
      });
    return [path, bare];
  });
}
