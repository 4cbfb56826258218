import { fileURLToPath } from "node:url";

const folder = new URL("./mermaid-page/", import.meta.url);

/** Offprint's scripts to run after Mermaid, in order: absolute paths. */
export const mermaidScripts = ["flatten.js", "draw.js"].map((name) => fileURLToPath(new URL(name, folder)));
