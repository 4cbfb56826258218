import type { OxlintOverride } from "oxlint";

const throughWorld = "The machine is reached through World (src/model/world.ts).";
const notRandom = "Equal input gives equal bytes, so nothing is random.";

/** Forbids bypassing `World`: only then does equal input give equal bytes, and can tests provide another world. */
export const worldRule: OxlintOverride = {
  files: ["src/**"],
  // Code for the preview's browser window has its own environment.
  excludeFiles: ["src/world/**", "src/main.ts", "src/preview/desk/**"],
  rules: {
    "offprint/no-current-date": "error",
    "no-restricted-globals": [
      "error",
      {
        checkGlobalObject: true,
        globals: ["console", "EventSource", "fetch", "performance", "process", "require", "WebSocket"].map((name) => ({
          name,
          message: throughWorld,
        })),
      },
    ],
    "no-restricted-properties": [
      "error",
      { object: "Date", property: "now", message: "Time comes from World.clock." },
      { object: "Math", property: "random", message: notRandom },
      { object: "crypto", property: "getRandomValues", message: notRandom },
      { object: "crypto", property: "randomUUID", message: notRandom },
      // The rules for the plain names do not see these.
      { object: "globalThis", property: "Date", message: "Time comes from World.clock." },
      { object: "globalThis", property: "Math", message: notRandom },
      { object: "globalThis", property: "crypto", message: notRandom },
    ],
  },
};
