import type { Browser as Chromium, LaunchOptions } from "puppeteer";
import type { Browser } from "../../model/browser.ts";
import type { Disk, Host, Shell } from "../../model/world.ts";
import { launchArguments, whyNoSandbox } from "./arguments.ts";
import { withDeadline } from "./confined-page.ts";
import { evaluate } from "./evaluate.ts";
import { printer, screenshot } from "./print.ts";
import type { Executable } from "./way.ts";

/** Opened when a browser is started, which many a run has no need of. */
async function openPuppeteer() {
  const { default: puppeteer, TimeoutError } = await import("puppeteer");
  // Puppeteer would look for its configuration in the folder where the user stands and above, and run what it finds
  // there: the folder of an article that somebody has sent. Everything that it needs to know it is told here.
  puppeteer.configuration = () => Promise.resolve({});
  return { puppeteer, TimeoutError };
}

/** What is needed to start a browser. */
interface Tools {
  readonly disk: Disk;
  readonly host: Host;
  readonly shell: Shell;
}

/** What Puppeteer is told of each page. */
type Watched = Pick<LaunchOptions, "networkEnabled" | "issuesEnabled">;

type Variables = Record<string, string | undefined>;

export type Start = (executable: Executable) => Promise<Browser>;

/** Milliseconds for a browser to come up; a first start from a slow disk takes several seconds. */
const startTimeout = 30_000;

/** Milliseconds for one command to the browser. Each print has its own, shorter, limit. */
const protocolTimeout = 60 * 60_000;

/** Starts a browser program, confined. Rejects with a reason for people. */
export function starter(tools: Tools): Start {
  const { host } = tools;
  return async (executable) => {
    // What a page asks for is answered without Puppeteer.
    const chromium = await launch(executable, tools, { networkEnabled: false, issuesEnabled: false });
    return {
      version: await chromium.version(),
      path: executable.path,
      sandboxed: whyNoSandbox(host) === undefined,
      ...(executable.supplement && { supplement: executable.supplement }),
      ...printer(chromium),
      screenshot: (html, options) => screenshot(chromium, html, options),
      evaluate: (html, scripts, time) => evaluate(chromium, html, scripts, time),
      close: () => close(chromium),
    };
  };
}

/** Milliseconds for a browser to end when it is told to. */
const endTimeout = 5_000;

/** A browser that is frozen does not hear that it is to end: Puppeteer would wait for an hour. It is killed, with all that it started. */
async function close(chromium: Chromium): Promise<void> {
  const program = chromium.process();
  try {
    await withDeadline(chromium.close(), endTimeout, "The browser does not end.");
  } catch (error) {
    if (!program?.pid) throw error;
    // It leads a group of its own where systems have groups.
    if (process.platform === "win32") program.kill();
    else process.kill(-program.pid, "SIGKILL");
  }
}

/**
 * The browser as Puppeteer's own object. Libraries that came with a browser are for systems that lack them: the system's
 * own go first.
 */
export async function launch({ path, supplement }: Executable, tools: Tools, watched: Watched = {}): Promise<Chromium> {
  const { disk, host } = tools;
  const variables = { ...host.variables, ...(supplement && (await fontVariables(supplement, disk, host))) };
  try {
    return await launchWith(path, tools, variables, watched);
  } catch (error) {
    if (!supplement || !lacksLibraries(error)) throw error;
    const folders = [supplement.libraries, host.variables["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
    return launchWith(path, tools, { ...variables, LD_LIBRARY_PATH: folders }, watched);
  }
}

/**
 * Over a pipe, so that no other program on the machine can give this browser commands. Over a port only where the pipe
 * does not reach it, as with some wrappers.
 */
async function launchWith(path: string, tools: Tools, env: Variables, watched: Watched): Promise<Chromium> {
  const { puppeteer, TimeoutError } = await openPuppeteer();
  const options: LaunchOptions = {
    executablePath: path,
    // `--headless`: the headless shell's only mode, and the headless mode of every full browser.
    headless: "shell",
    args: [...launchArguments(tools.host)],
    env,
    timeout: startTimeout,
    protocolTimeout,
    ...watched,
    ...ownSignals(),
  };
  try {
    const chromium = await puppeteer.launch({ ...options, pipe: true });
    endAtSignals(chromium);
    return chromium;
  } catch (error) {
    if (error instanceof TimeoutError) throw error;
    await askVersion(path, tools, env);
    const chromium = await puppeteer.launch({ ...options, pipe: false });
    endAtSignals(chromium);
    return chromium;
  }
}

/**
 * Ask the program for its version. Rejects with its own words where it cannot even tell that: those that Puppeteer passes
 * on lack the last ones when a program ends before they are read. Chrome on Windows opens a window when it is asked.
 */
async function askVersion(path: string, { host, shell }: Tools, variables: Variables): Promise<void> {
  if (host.platform === "win32") return;
  const { code, stderr } = await shell.run(path, ["--version"], { timeout: startTimeout, variables });
  if (code !== 0) throw new Error(stderr || `It ended with code ${code}.`);
}

/** At SIGINT Puppeteer ends the browser and the program, unless the program waits for the signal itself. */
function ownSignals(): Partial<LaunchOptions> {
  const awaited = process.listenerCount("SIGINT") > 0;
  return { handleSIGINT: !awaited, handleSIGTERM: false, handleSIGHUP: false };
}

/** Puppeteer would end the browser alone, and the program would go on without it. 128 and the number of the signal. */
function endAtSignals(chromium: Chromium): void {
  if (process.listenerCount("SIGTERM") > 0) return;
  const end = (signal: "SIGTERM" | "SIGHUP"): void => {
    chromium.process()?.kill("SIGKILL");
    process.exit(signal === "SIGTERM" ? 143 : 129);
  };
  for (const signal of ["SIGTERM", "SIGHUP"] as const) process.once(signal, end);
}

function lacksLibraries(error: unknown): boolean {
  return error instanceof Error && error.message.includes("error while loading shared libraries");
}

/** Where the system has no fontconfig at all, a browser finds no font and draws nothing. */
async function fontVariables(
  { fontConfiguration }: NonNullable<Executable["supplement"]>,
  disk: Disk,
  host: Host,
): Promise<Record<string, string>> {
  const configured = host.variables["FONTCONFIG_PATH"] ?? host.variables["FONTCONFIG_FILE"];
  if (configured || (await disk.stat("/etc/fonts/fonts.conf"))) return {};
  return { FONTCONFIG_FILE: fontConfiguration };
}
