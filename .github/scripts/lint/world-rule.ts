import type { OxlintOverride } from "oxlint";

const throughWorld = "The machine is reached through World (src/model/world.ts).";
const notRandom = "Equal input gives equal bytes, so nothing is random.";

/** Equal input gives equal bytes, and tests can hand in another world, only while nothing reaches past `World`. */
export const worldRule: OxlintOverride = {
  files: ["src/**"],
  // What runs in the browser of the preview has a world of its own.
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
    ],
  },
};
