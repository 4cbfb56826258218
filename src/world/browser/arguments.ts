import type { Host } from "../../model/world.ts";

/** Returns the browser's command-line arguments, in addition to Puppeteer's defaults. */
export function launchArguments(host: Host): readonly string[] {
  return [
    // No host name or IP address resolves, and no proxy can resolve one for the browser.
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--no-pings",
    // Glyph advances are the same on every system, whatever its font settings.
    "--font-render-hinting=none",
    "--lang=en-US",
    ...(whyNoSandbox(host) === undefined ? [] : ["--no-sandbox"]),
  ];
}

/** Returns why the browser must run without its sandbox on this host, or `undefined` where the sandbox stays on. */
export function whyNoSandbox({ platform, isRoot, variables }: Host): string | undefined {
  if (variables["OFFPRINT_NO_SANDBOX"] === "1") return "OFFPRINT_NO_SANDBOX=1 is set";
  if (platform === "linux" && isRoot) return "Chromium refuses to run as root with its sandbox on";
  return undefined;
}
