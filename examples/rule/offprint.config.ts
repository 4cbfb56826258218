import { defineConfig } from "offprint";
import { forbiddenWords } from "./words.ts";

export default defineConfig({
  sources: ["text"],
  plugins: [forbiddenWords(["obviously", "simply"])],
  rules: { wordAllowed: "info" },
});
