import type { Host } from "../../model/world.ts";

/** What the browser is started with, beyond what Puppeteer gives it. */
export function launchArguments(host: Host): readonly string[] {
  return [
    // No name and no address leads anywhere, and no proxy can look one up on the browser's behalf.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--no-pings",
    // The same letter widths on every system, whatever its font settings.
    "--font-render-hinting=none",
    "--lang=en-US",
    ...(whyNoSandbox(host) === undefined ? [] : ["--no-sandbox"]),
  ];
}

/** Why the browser must run without its sandbox here; `undefined` where it keeps it. */
export function whyNoSandbox({ platform, isRoot, variables }: Host): string | undefined {
  if (variables["OFFPRINT_NO_SANDBOX"] === "1") return "OFFPRINT_NO_SANDBOX=1 is set";
  if (platform === "linux" && isRoot) return "Chromium refuses to run as root with its sandbox on";
  return undefined;
}
