import type { Host } from "../../model/world.ts";

/** Why the browser must run without its sandbox here; `undefined` where it keeps it. */
export function whyNoSandbox({ platform, isRoot, variables }: Host): string | undefined {
  if (variables["OFFPRINT_NO_SANDBOX"] === "1") return "OFFPRINT_NO_SANDBOX=1 is set";
  if (platform === "linux" && isRoot) return "Chromium refuses to run as root with its sandbox on";
  return undefined;
}
