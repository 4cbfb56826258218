import { writeFileSync } from "node:fs";
import { registerHooks } from "node:module";

// `node --import list-modules.ts program.ts` writes the address of every module that the program loads into the file that
// MODULES_FILE names. A pipe would be cut off where the program ends by itself.

const loaded: string[] = [];
registerHooks({
  load(url, context, next) {
    loaded.push(url);
    return next(url, context);
  },
});
process.on("exit", () => writeFileSync(process.env["MODULES_FILE"] ?? "", loaded.join("\n")));
