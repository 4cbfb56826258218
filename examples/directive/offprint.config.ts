import { defineConfig } from "offprint";
import { timeline } from "./timeline.ts";

export default defineConfig({ sources: ["text"], plugins: [timeline()] });
