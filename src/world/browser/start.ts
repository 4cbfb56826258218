import type { Browser as Chromium, LaunchOptions } from "puppeteer";
import type { Browser } from "../../model/browser.ts";
import type { Disk, Host, Shell } from "../../model/world.ts";
import { launchArguments, whyNoSandbox } from "./arguments.ts";
import { withDeadline } from "./confined-page.ts";
import { evaluate } from "./evaluate.ts";
import { printer, screenshot } from "./print.ts";
import type { Executable } from "./way.ts";

/** Loads Puppeteer on first use: most commands do not need a browser. */
async function openPuppeteer() {
  const { default: puppeteer, TimeoutError } = await import("puppeteer");
  // Puppeteer would search the working folder and its parents for a configuration file and execute it. That folder may
  // hold an article from an untrusted sender, so the search is replaced.
  puppeteer.configuration = () => Promise.resolve({});
  return { puppeteer, TimeoutError };
}

/** What is needed to start a browser. */
interface Tools {
  readonly disk: Disk;
  readonly host: Host;
  readonly shell: Shell;
}

/** Which page events Puppeteer observes. */
type Watched = Pick<LaunchOptions, "networkEnabled" | "issuesEnabled">;

type Variables = Record<string, string | undefined>;

export type Start = (executable: Executable) => Promise<Browser>;

/** Milliseconds in which a browser must start; a first start from a slow disk takes several seconds. */
const startTimeout = 30_000;

const silent = `It did not answer in ${startTimeout / 1000} seconds.`;

/** Milliseconds for one command to the browser. Each print has its own, shorter limit. */
const protocolTimeout = 60 * 60_000;

/** Returns a function that starts a confined browser. It rejects with a reason that can be shown to the user. */
export function starter(tools: Tools): Start {
  const { host } = tools;
  return async (executable) => {
    // Requests of the page are answered without Puppeteer.
    const chromium = await launch(executable, tools, { networkEnabled: false, issuesEnabled: false });
    const asked = withDeadline(chromium.version(), startTimeout, silent);
    const version = await asked.catch(async (error: unknown) => {
      await close(chromium);
      throw error;
    });
    return {
      version,
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

/** Milliseconds in which a browser must exit when asked to. */
const endTimeout = 5_000;

/**
 * Closes the browser. It is killed, with its child processes: it has nothing to save, to ask it takes ten times as long,
 * and a frozen one does not react.
 */
async function close(chromium: Chromium): Promise<void> {
  const program = chromium.process();
  if (program?.pid && process.platform !== "win32") killGroup(program.pid);
  await withDeadline(chromium.close(), endTimeout, "The browser does not end.").catch((error: unknown) => {
    if (program?.kill() !== true) throw error;
  });
}

/** Kills a process group, which may have ended meanwhile. */
export function killGroup(leader: number): void {
  try {
    process.kill(-leader, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/**
 * Starts the browser and returns Puppeteer's object. Libraries packed with a browser are for systems that lack them:
 * the system's own are tried first.
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
 * Starts the browser with a pipe, so that no other program on the machine can control it. Falls back to a port where
 * the pipe does not reach the browser, as with some wrapper scripts.
 */
async function launchWith(path: string, tools: Tools, env: Variables, watched: Watched): Promise<Chromium> {
  const { puppeteer, TimeoutError } = await openPuppeteer();
  const options: LaunchOptions = {
    executablePath: path,
    // `--headless`: the only mode of the headless shell, and the headless mode of every full browser.
    headless: "shell",
    args: [...launchArguments(tools.host)],
    env,
    timeout: startTimeout,
    protocolTimeout,
    ...watched,
    ...ownSignals(),
  };
  try {
    return await launchInTime((signal) => puppeteer.launch({ ...options, pipe: true, signal }));
  } catch (error) {
    if (error instanceof TimeoutError || error instanceof Silent) throw error;
    await askVersion(path, tools, env);
    return launchInTime((signal) => puppeteer.launch({ ...options, pipe: false, signal }));
  }
}

/** The program runs and does not answer. */
class Silent extends Error {}

/** Ends a program that has started and does not answer: Puppeteer's time limit is for its start alone. */
async function launchInTime(start: (signal: AbortSignal) => Promise<Chromium>): Promise<Chromium> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), startTimeout);
  try {
    const chromium = await start(late.signal);
    endAtSignals(chromium);
    return chromium;
  } catch (error) {
    throw late.signal.aborted ? new Silent(silent) : error;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Asks the program for its version. Rejects with the program's own output if even that fails: what Puppeteer passes on
 * lacks the last lines when a program exits early. Skipped on Windows, where Chrome opens a window.
 */
async function askVersion(path: string, { host, shell }: Tools, variables: Variables): Promise<void> {
  if (host.platform === "win32") return;
  const { code, stderr } = await shell.run(path, ["--version"], { timeout: startTimeout, variables });
  if (code !== 0) throw new Error(stderr || `It ended with code ${code}.`);
}

/** Lets Puppeteer end browser and program at SIGINT, unless the program handles the signal itself. */
function ownSignals(): Partial<LaunchOptions> {
  const awaited = process.listenerCount("SIGINT") > 0;
  return { handleSIGINT: !awaited, handleSIGTERM: false, handleSIGHUP: false };
}

/**
 * Ends browser and program at a signal: Puppeteer would end only the browser. The exit code is 128 plus the signal's
 * number.
 */
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

/**
 * Returns the variables that point to packed fonts. Without any fontconfig, a browser finds no font and draws nothing.
 */
async function fontVariables(
  { fontConfiguration }: NonNullable<Executable["supplement"]>,
  disk: Disk,
  host: Host,
): Promise<Record<string, string>> {
  const configured = host.variables["FONTCONFIG_PATH"] ?? host.variables["FONTCONFIG_FILE"];
  if (configured || (await disk.stat("/etc/fonts/fonts.conf"))) return {};
  return { FONTCONFIG_FILE: fontConfiguration };
}
