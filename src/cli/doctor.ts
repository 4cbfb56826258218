import { join } from "node:path";
import { styleText } from "node:util";
import type { OffprintConfig } from "../config/offprint-config.ts";
import { fontPackages, measureStore, templateFor } from "../api/examine.ts";
import type { BrowserSighting, World } from "../model/world.ts";
import type { Run } from "./command.ts";
import { loadConfig } from "../api/load-config.ts";
import { printReport } from "./print-report.ts";

/** The state of one thing that Offprint needs. */
interface Finding {
  /** `good`; `limited`: Offprint works, but with restrictions; `missing`: it does not work. */
  readonly state: "good" | "limited" | "missing";
  readonly title: string;
  readonly details: readonly string[];
}

type Examination = (world: World, config: OffprintConfig) => Promise<Finding>;

const examinations: readonly Examination[] = [examineNode, examineBrowser, examineFonts, examineCache, examineJava];

const looks = { good: ["✓", "green"], limited: ["!", "yellow"], missing: ["✗", "red"] } as const;

/** Checks everything that Offprint needs. Downloads nothing. `healthy`: every edition can be built. */
export async function doctor(
  world: World,
  config: OffprintConfig = {},
): Promise<{ readonly text: string; readonly healthy: boolean }> {
  const findings = await Promise.all(examinations.map((examine) => examine(world, config)));
  const blocks = findings.map(({ state, title, details }) => {
    const [sign, colour] = looks[state];
    const head = world.terminal.colour ? styleText(colour, sign, { validateStream: false }) : sign;
    return [`${head} ${title}`, ...details.map((line) => `    ${line}`)].join("\n");
  });
  const healthy = findings.every(({ state }) => state !== "missing");
  const end = healthy
    ? "Nothing that Offprint needs is missing."
    : "Something that Offprint needs is missing: see ✗ above.";
  return { text: [...blocks, end].join("\n\n") + "\n", healthy };
}

/**
 * `offprint doctor`: reports what is installed, and how to get what is missing. If the configuration is wrong, reports
 * that and examines the machine without it.
 */
export const runDoctor: Run = async ({ world }) => {
  const config = await loadConfig(world);
  const code = config.ok ? 0 : await printReport(world, "text", config);
  const { text, healthy } = await doctor(world, config.ok ? config.value : {});
  world.terminal.print(text);
  return healthy ? code : 3;
};

/** The first version of Node that runs TypeScript directly without a warning. */
const minNode = [22, 18] as const;

async function examineNode({ host }: World): Promise<Finding> {
  const [major = 0, minor = 0] = host.nodeVersion.split(".").map(Number);
  const enough = major > minNode[0] || (major === minNode[0] && minor >= minNode[1]);
  const title = `Node ${host.nodeVersion} on ${host.platform} ${host.architecture}`;
  if (enough) return { state: "good", title, details: [] };
  const details = [`Offprint needs ${minNode.join(".")} or later: https://nodejs.org/`];
  return { state: "missing", title, details };
}

async function examineBrowser({ browsers }: World, { browser: path }: OffprintConfig): Promise<Finding> {
  const sightings = await browsers.inspect(path === undefined ? {} : { path });
  const chosen = sightings.find((sighting) => sighting.chosen);
  const ways = [
    "Offprint looks for a browser in this order and uses the first that starts:",
    ...sightings.map(describeWay),
  ];
  if (!chosen) return { state: "missing", title: "No browser to print with", details: [...ways, ...(await advice())] };
  if (chosen.state === "fetchable") {
    const title = `Browser: none yet; ${chosen.way}, when the first PDF is made`;
    return { state: "limited", title, details: [...ways, ...(await advice())] };
  }
  const title = `Browser: ${chosen.version ?? "of an unknown version"}, ${chosen.path ?? "somewhere"}`;
  const fence = chosen.sandboxed
    ? "It runs in its sandbox."
    : `It runs without its sandbox: ${chosen.reason ?? "unknown"}.`;
  return { state: chosen.sandboxed ? "good" : "limited", title, details: [fence, ...ways] };

  async function advice(): Promise<readonly string[]> {
    return (await browsers.advise()).split("\n");
  }
}

function describeWay({ way, state, chosen, path, version, reason }: BrowserSighting): string {
  const seen = [path, version, state === "ready" ? undefined : reason].filter((part) => part !== undefined);
  return `${chosen ? "→" : " "} ${state.padEnd("fetchable".length)}  ${way}${seen.length > 0 ? `: ${seen.join(", ")}` : ""}`;
}

async function examineFonts(world: World, config: OffprintConfig): Promise<Finding> {
  const template = await templateFor(world, config, config.template?.name);
  if (!template.ok) {
    const details = template.diagnostics
      .flatMap(({ message, hint = "" }) => [message, hint])
      .filter((line) => line !== "");
    return { state: "missing", title: "Fonts: the template that names them cannot be used", details };
  }
  const packages = fontPackages(template.value);
  const absent = packages.filter(({ folder }) => folder === undefined);
  const missing = absent.filter(({ optional }) => !optional).map(({ name }) => name);
  if (missing.length > 0) {
    return {
      state: "missing",
      title: `Fonts: ${missing.join(", ")} not installed`,
      details: [`npm install ${missing.join(" ")}`],
    };
  }
  const list = await Promise.all(
    packages
      .filter(({ folder }) => folder !== undefined)
      .map(async ({ family, folder = "" }) => `${family} ${await versionOf(world, folder)}`),
  );
  const details = ["They come from npm packages. Characters that they lack come from the fonts of this system."];
  if (absent.length > 0)
    details.push(
      `${absent.length} more can be installed for other scripts, as "npm install ${absent[0]?.name}"; a build names the one that a text needs:`,
      wrapped(absent.map(({ family }) => family).join(", ")),
    );
  return { state: "good", title: `Fonts: ${list.join(", ")}`, details };
}

/** Wraps a list to the width of the terminal, indented like details. */
function wrapped(list: string): string {
  return list.replaceAll(/(.{60,90}?,) /g, "$1\n      ").replace(/^/, "  ");
}

async function versionOf(world: World, folder: string): Promise<string> {
  const text = new TextDecoder().decode(await world.disk.read(join(folder, "package.json")));
  return (JSON.parse(text) as { version: string }).version;
}

async function examineCache(world: World): Promise<Finding> {
  const { folder, entries, size, limit } = await measureStore(world);
  const [used, most] = [size, limit].map((bytes) => (bytes / 2 ** 20).toFixed(1));
  const details = [
    folder,
    `It grows to ${most} MiB, then the least recently used entries are removed. Delete the folder to empty it.`,
  ];
  return { state: "good", title: `Cache of earlier builds: ${entries} entries, ${used} MiB`, details };
}

/** Only `check --full` and Offprint's own tests run EPUBCheck in Java; each build runs the TypeScript checker. */
async function examineJava({ shell }: World): Promise<Finding> {
  const { code, stderr } = await shell.run("java", ["-version"], { timeout: 20_000 });
  const version = /version "([^"]+)"/.exec(stderr)?.[1];
  if (code === 0 && version !== undefined)
    return { state: "good", title: `Java ${version}, for \`check --full\``, details: [] };
  const details = [
    "No build needs it. `offprint check --full` runs the EPUBCheck of the W3C with it, as well as the one in TypeScript.",
    "Get it from the packages of the system or from https://adoptium.net/",
  ];
  return { state: "limited", title: "Java: none", details };
}
