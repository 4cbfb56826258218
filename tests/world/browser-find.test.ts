import { describe, expect, test } from "vitest";
import type { Browser } from "../../src/model/browser.ts";
import type { Host } from "../../src/model/world.ts";
import type { Outcome } from "../../src/model/outcome.ts";
import { waysToABrowser } from "../../src/world/browser/browsers.ts";
import { pinnedVersion } from "../../src/world/browser/headless-shell.ts";
import { identifyFirst } from "../../src/world/browser/identify.ts";
import { openFirst } from "../../src/world/browser/open.ts";
import type { Executable, Search } from "../../src/world/browser/way.ts";
import { FakeDisk, fakeBrowser, fakeHost, fakeSearch } from "./fake-search.ts";

/** Open on a machine with these programs, of which `broken` do not start. */
async function open(
  programs: readonly string[],
  changes: Partial<Search> & { readonly broken?: Readonly<Record<string, string>> } = {},
): Promise<{ outcome: Outcome<Browser>; tried: readonly Executable[]; messages: readonly string[] }> {
  const tried: Executable[] = [];
  const messages: string[] = [];
  const { broken = {}, options, ...rest } = changes;
  const search = fakeSearch({
    disk: new FakeDisk(programs),
    ...rest,
    options: { ...options, onProgress: (what) => void messages.push(what) },
  });
  const outcome = await openFirst(waysToABrowser, search, async (executable) => {
    tried.push(executable);
    const reason = broken[executable.path];
    if (reason !== undefined) throw new Error(reason);
    return fakeBrowser(executable.path);
  });
  return { outcome, tried, messages };
}

function opened({ outcome }: { outcome: Outcome<Browser> }): string {
  return outcome.ok ? outcome.value.path : outcome.diagnostics.map(({ message }) => message).join("\n");
}

const inPuppeteersCache = (folder: string, name: string): string =>
  `${folder}/chrome-headless-shell/${name}/chrome-headless-shell`;
const pinned = inPuppeteersCache("/home/mary/.cache/puppeteer", `linux-${pinnedVersion}/chrome-headless-shell-linux64`);
const fromNpm = "/home/mary/.cache/offprint/browsers/npm-chromium-153.0.0/chromium";
const variables = { PATH: "/usr/bin", PUPPETEER_EXECUTABLE_PATH: "/opt/named/chrome" };

describe("the order of the ways", () => {
  const all = ["/opt/option/chrome", "/opt/named/chrome", pinned, "/usr/bin/chromium", fromNpm];

  test("the option precedes the variable", async () => {
    const options = { path: "/opt/option/chrome" };
    expect(opened(await open(all, { options, host: fakeHost({ variables }) }))).toBe("/opt/option/chrome");
  });

  test("the variable precedes discovered ones", async () => {
    expect(opened(await open(all, { host: fakeHost({ variables }) }))).toBe("/opt/named/chrome");
  });

  test.each([
    [pinned, all],
    ["/usr/bin/chromium", all.filter((path) => path !== pinned)],
    [fromNpm, [fromNpm]],
  ])("%s is the first of those that are there", async (first, programs) => {
    expect(opened(await open(programs))).toBe(first);
  });

  test("available files are not fetched again", async () => {
    const download = (): Promise<void> => Promise.reject(new Error("must not be called"));
    const { messages } = await open([fromNpm], { download });
    expect(messages).toEqual([`Starting ${fromNpm}`]);
  });
});

describe("a browser that the user names", () => {
  test.each([
    ["that does not exist", "/opt/none/chrome", /\/opt\/none\/chrome does not exist/],
    ["that is a folder", "/usr/bin", /\/usr\/bin is not a program but a folder/],
    ["that is not executable", "/home/mary/notes.txt", /not marked as a program/],
  ])("%s ends the search, whatever else is there", async (_, path, message) => {
    const disk = new FakeDisk(["/usr/bin/chromium", pinned]);
    disk.files.set("/home/mary/notes.txt", "text");
    const { outcome, tried } = await open([], { disk, options: { path } });
    expect(outcome.ok).toBe(false);
    expect(tried).toEqual([]);
    expect(outcome.diagnostics).toMatchObject([{ rule: "browserFound", severity: "error", concern: "tool" }]);
    expect(outcome.diagnostics[0]?.message).toMatch(message);
  });

  test("an undefined variable is named in the error", async () => {
    const { outcome, tried } = await open(["/usr/bin/chromium"], { host: fakeHost({ variables }) });
    expect(tried).toEqual([]);
    expect(outcome.diagnostics[0]?.message).toContain("PUPPETEER_EXECUTABLE_PATH");
  });

  test("and that does not start has no substitute", async () => {
    const { outcome, tried } = await open(["/opt/option/chrome", "/usr/bin/chromium"], {
      options: { path: "/opt/option/chrome" },
      broken: { "/opt/option/chrome": "spawn EACCES" },
    });
    expect(tried.map(({ path }) => path)).toEqual(["/opt/option/chrome"]);
    expect(outcome.diagnostics[0]?.message).toContain(
      "/opt/option/chrome does not start: the system cannot run it (EACCES)",
    );
  });

  test("by a relative path is looked for from the working folder", async () => {
    const result = await open(["/home/mary/browser/chrome"], { options: { path: "../browser/chrome" } });
    expect(opened(result)).toBe("/home/mary/browser/chrome");
  });
});

describe("each system's own places", () => {
  const windows: Partial<Host> = {
    platform: "win32",
    variables: {
      Path: "C:\\bin",
      ProgramFiles: "C:\\Program Files",
      "ProgramFiles(x86)": "C:\\Program Files (x86)",
      LOCALAPPDATA: "C:\\Users\\mary\\AppData\\Local",
    },
  };
  const windowsEdge = "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe";
  const windowsChrome = "C:\\Users\\mary\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe";
  const windowsPinned = `C:\\Users\\mary\\.cache\\puppeteer\\chrome-headless-shell\\win64-${pinnedVersion}\\chrome-headless-shell-win64\\chrome-headless-shell.exe`;
  const macChrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
  const macChromium = "/Users/mary/Applications/Chromium.app/Contents/MacOS/Chromium";
  const macPinned = inPuppeteersCache(
    "/Users/mary/.cache/puppeteer",
    `mac_arm-${pinnedVersion}/chrome-headless-shell-mac-arm64`,
  );
  const armPinned = inPuppeteersCache(
    "/home/mary/.cache/puppeteer",
    `linux_arm-${pinnedVersion}/chrome-headless-shell-linux-arm64`,
  );

  test.each<[string, Partial<Host>, readonly string[], string]>([
    ["a headless shell in PATH before Chrome", {}, ["/usr/bin/google-chrome", "/usr/bin/chrome-headless-shell"], ""],
    ["Chrome before Chromium", {}, ["/usr/bin/chromium", "/usr/local/bin/google-chrome-stable"], ""],
    ["Chromium before Edge", {}, ["/usr/bin/microsoft-edge", "/usr/bin/chromium-browser"], ""],
    ["a Chromium outside PATH", {}, ["/snap/bin/chromium"], ""],
    ["the pinned shell for arm64", { architecture: "arm64" }, ["/usr/bin/chromium", armPinned], ""],
    ["Chrome before Chromium on macOS", { platform: "darwin" }, [macChromium, macChrome], ""],
    ["a Chromium in the home of a Mac", { platform: "darwin" }, [macChromium], ""],
    ["the pinned shell of a Mac", { platform: "darwin", architecture: "arm64" }, [macChrome, macPinned], ""],
    ["Chrome before Edge on Windows", windows, [windowsEdge, windowsChrome], ""],
    ["Edge where it is alone", windows, [windowsEdge], windowsEdge],
    ["the pinned shell of Windows", windows, [windowsChrome, windowsPinned], ""],
  ])("%s", async (_, host, programs, expected) => {
    const result = await open(programs, { host: fakeHost(host) });
    expect(opened(result)).toBe(expected === "" ? programs.at(-1) : expected);
  });

  test("two names of one browser are tried once", async () => {
    const names = ["/usr/bin/google-chrome-stable", "/usr/bin/google-chrome", "/opt/google/chrome/chrome"];
    const links = Object.fromEntries(names.map((name) => [name, "/opt/google/chrome/chrome"]));
    const disk = new FakeDisk(["/opt/google/chrome/chrome"], links);
    const broken = Object.fromEntries(names.map((name) => [name, "no"]));
    const { tried } = await open([], { disk, broken });
    expect(tried.map(({ path }) => path)).toEqual(["/usr/bin/google-chrome-stable"]);
  });

  test("a relative folder in PATH is not looked into", async () => {
    const host = fakeHost({ variables: { PATH: "bin::./tools" } });
    const { tried } = await open(["/home/mary/articles/bin/chromium", "bin/chromium"], { host });
    expect(tried).toEqual([]);
  });
});

describe("a found browser that does not start", () => {
  test("is skipped, with a finding", async () => {
    const stub = "Failed to launch: Code: 1\nstderr:\nCommand '/usr/bin/chromium-browser' requires the chromium snap";
    const result = await open(["/usr/bin/chromium-browser", fromNpm], {
      broken: { "/usr/bin/chromium-browser": stub },
    });
    expect(opened(result)).toBe(fromNpm);
    expect(result.messages).toContain(
      "/usr/bin/chromium-browser does not start: it only points to a snap package that is not installed.",
    );
  });

  test("is not fetched a second time", async () => {
    let downloads = 0;
    const download = async (): Promise<void> => void (downloads += 1);
    const { outcome } = await open([pinned, fromNpm], { download, broken: { [pinned]: "no", [fromNpm]: "no" } });
    expect(downloads).toBe(0);
    expect(opened({ outcome })).toContain(`${pinned} is here already`);
  });

  test("a browser without its sandbox is announced as such", async () => {
    const { messages } = await open([fromNpm], { host: fakeHost({ isRoot: true }) });
    expect(messages).toEqual([expect.stringMatching(/without its sandbox \(Chromium refuses to run as root/)]);
  });
});

describe("no browser can be found", () => {
  test("the error names each failed way and the remedy for this system", async () => {
    const { outcome } = await open(["/usr/bin/apt-get", "/usr/bin/chromium"], {
      broken: { "/usr/bin/chromium": "error while loading shared libraries: libnss3.so: cannot open" },
    });
    expect(outcome.ok).toBe(false);
    const [error] = outcome.diagnostics;
    expect(error).toMatchObject({ rule: "browserFound", concern: "tool" });
    for (const way of waysToABrowser) expect(error?.message).toContain(way.name);
    expect(error?.message).toContain("the system lacks the shared library libnss3.so");
    expect(error?.message).toContain("the download host is out of reach");
    expect(error?.message).toContain("npm, which downloads it, is not in PATH");
    expect(error?.hint).toContain("sudo apt-get install chromium");
    expect(error?.hint).toContain(
      `npx @puppeteer/browsers install chrome-headless-shell@${pinnedVersion} --path "/home/mary/.cache/puppeteer"`,
    );
    expect(error?.hint).toContain("PUPPETEER_EXECUTABLE_PATH");
  });

  test.each<[string, Partial<Host>, string, string]>([
    ["Ubuntu", {}, "/usr/bin/snap", "sudo snap install chromium"],
    ["Fedora as root", { isRoot: true }, "/usr/bin/dnf", "  dnf install chromium"],
    ["Arch", {}, "/usr/bin/pacman", "sudo pacman -S chromium"],
    ["a Mac", { platform: "darwin" }, "/usr/local/bin/brew", "  brew install --cask google-chrome"],
    ["Windows", { platform: "win32" }, "C:\\bin\\winget.exe", "  winget install Google.Chrome"],
  ])("the command is that of %s", async (_, host, manager, command) => {
    const { outcome } = await open([manager], { host: fakeHost(host) });
    expect(outcome.diagnostics[0]?.hint).toContain(command);
  });

  test("on a system without any published browser nothing is fetched", async () => {
    const host = fakeHost({ platform: "freebsd", architecture: "x64" });
    const { outcome, messages } = await open([], { host });
    expect(messages).toEqual([]);
    expect(outcome.diagnostics[0]?.message).toContain("No headless shell is published for freebsd on x64");
  });

  test("Linux on arm64 is not given the npm package, which is for x64", async () => {
    const { outcome, messages } = await open([], { host: fakeHost({ architecture: "arm64" }) });
    expect(messages.filter((what) => what.includes("npm"))).toEqual([]);
    expect(outcome.diagnostics[0]?.message).toContain("The package holds a browser for Linux on x64");
  });
});

describe("a browser that was not started yet", () => {
  /** Programs whose size is in MiB. */
  class SizedDisk extends FakeDisk {
    readonly #size: number;

    constructor(programs: readonly string[], size: number, links: Readonly<Record<string, string>> = {}) {
      super(programs, links);
      this.#size = size;
    }

    override async stat(path: string): ReturnType<FakeDisk["stat"]> {
      const state = await super.stat(path);
      return state && { ...state, size: this.#size * 2 ** 20 };
    }
  }

  const identify = (disk: FakeDisk, changes: Partial<Search> = {}) =>
    identifyFirst(waysToABrowser, fakeSearch({ disk, ...changes }));

  test("is the resolved file, through all links", async () => {
    const found = await identify(new SizedDisk([pinned, "/usr/bin/chromium"], 200));
    expect(found).toEqual({ path: pinned, identity: `${pinned} 209715200 1970-01-01T00:00:00.000Z` });
    const larger = await identify(new SizedDisk([pinned], 201));
    expect(larger?.identity).not.toBe(found?.identity);
    const [link, target] = ["/usr/bin/chromium", "/usr/lib/chromium-2"];
    const linked = await identify(new SizedDisk([target, link], 200, { [link]: target }));
    expect(linked).toEqual({ path: link, identity: `${target} 209715200 1970-01-01T00:00:00.000Z` });
  });

  test("is that of the browser which is opened first", async () => {
    for (const programs of [[fromNpm], ["/usr/bin/chromium", fromNpm], [pinned, "/usr/bin/chromium", fromNpm]]) {
      expect((await identify(new SizedDisk(programs, 200)))?.path).toBe(opened(await open(programs)));
    }
  });

  test("is nothing of a script, which starts something else", async () => {
    expect(await identify(new SizedDisk(["/usr/bin/chromium"], 0.5))).toBeUndefined();
  });

  test("is undefined when there is none, or when the requested one is unavailable", async () => {
    expect(await identify(new SizedDisk([], 200))).toBeUndefined();
    const host = fakeHost({ variables });
    expect(await identify(new SizedDisk([pinned], 200), { host })).toBeUndefined();
  });
});
