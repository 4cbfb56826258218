import { fileURLToPath } from "node:url";

const folder = new URL("./mermaid-page/", import.meta.url);

/** The scripts of ours that run behind Mermaid, in their order: absolute paths. */
export const mermaidScripts = ["flatten.js", "draw.js"].map((name) => fileURLToPath(new URL(name, folder)));
