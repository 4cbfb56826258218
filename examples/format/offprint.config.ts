import { defineConfig } from "offprint";
import { gemtext } from "./gemtext.ts";

export default defineConfig({ sources: ["text"], plugins: [gemtext()] });
