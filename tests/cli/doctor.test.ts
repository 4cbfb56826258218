import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { doctor } from "../../src/cli/doctor.ts";
import type { BrowserSighting, Host, Shell, World } from "../../src/model/world.ts";
import { offprint } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temporary.ts";
import { worldIn } from "../support/world.ts";

const ready: BrowserSighting = {
  way: "a browser installed on this system",
  state: "ready",
  chosen: true,
  path: "/usr/bin/chromium",
  version: "HeadlessChrome/156.0",
  sandboxed: true,
};
const unset: BrowserSighting = {
  way: "PUPPETEER_EXECUTABLE_PATH",
  state: "absent",
  chosen: false,
  reason: "The variable is not set.",
};
const download: BrowserSighting = {
  way: "download of a browser",
  state: "fetchable",
  chosen: false,
  path: "/cache/shell",
};

const java = (stderr: string, code = 0): Shell => ({ run: async () => ({ code, stdout: "", stderr }) });
const java21 = java('openjdk version "21.0.5" 2024-10-15\nOpenJDK Runtime Environment');

/** A machine on which all is well, but for what `changes` say. */
function machine(
  sightings: readonly BrowserSighting[] = [unset, ready, download],
  changes: { host?: Partial<Host>; shell?: Shell } = {},
): World {
  const world = worldIn("/");
  const browsers: World["browsers"] = {
    inspect: async () => sightings,
    open: () => Promise.reject(new Error("The doctor opens no browser.")),
    identify: async () => undefined,
    advise: async () => "Do this:\n  get a browser",
  };
  const host: Host = { ...world.host, nodeVersion: "24.21.0", platform: "linux", architecture: "x64", ...changes.host };
  return { ...world, host, browsers, shell: changes.shell ?? java21 };
}

test("the doctor lists everything and suggests nothing when all is available", async () => {
  const { text, healthy } = await doctor(machine());
  expect(healthy).toBe(true);
  expect(text).toContain("✓ Node 24.21.0 on linux x64\n");
  expect(text).toContain("✓ Browser: HeadlessChrome/156.0, /usr/bin/chromium\n    It runs in its sandbox.\n");
  expect(text).toMatch(/✓ Fonts: Source Serif 4 \d+\.\d+\.\d+, /);
  expect(text).toContain("✓ Java 21.0.5");
  expect(text).toMatch(/Nothing that Offprint needs is missing\.\n$/);
  expect(text).not.toMatch(/^[!✗]/m);
});

describe("Node", () => {
  test.each(["22.18.0", "22.21.1", "24.0.0", "26.1.0"])("%s is enough", async (nodeVersion) => {
    expect((await doctor(machine([ready], { host: { nodeVersion } }))).text).toContain(`✓ Node ${nodeVersion}`);
  });

  test.each(["22.17.1", "20.19.5", "18.0.0"])("%s is not", async (nodeVersion) => {
    const { text, healthy } = await doctor(machine([ready], { host: { nodeVersion } }));
    expect(healthy).toBe(false);
    expect(text).toContain(`✗ Node ${nodeVersion}`);
    expect(text).toContain("needs 22.18 or later");
  });
});

describe("the browser", () => {
  test("is shown among all ways to one, with the state of each", async () => {
    const { text } = await doctor(machine());
    expect(text).toContain("\n      absent     PUPPETEER_EXECUTABLE_PATH: The variable is not set.\n");
    expect(text).toContain(
      "\n    → ready      a browser installed on this system: /usr/bin/chromium, HeadlessChrome/156.0\n",
    );
    expect(text).toContain("\n      fetchable  download of a browser: /cache/shell\n");
  });

  test("without its sandbox is reported as limited, with the reason", async () => {
    const bare = { ...ready, sandboxed: false, reason: "Chromium refuses to run as root with its sandbox on" };
    const { text, healthy } = await doctor(machine([bare]));
    expect(healthy).toBe(true);
    expect(text).toContain("! Browser: HeadlessChrome/156.0");
    expect(text).toContain("It runs without its sandbox: Chromium refuses to run as root with its sandbox on.");
  });

  test("that will be fetched is announced, with how to have one at once", async () => {
    const { text, healthy } = await doctor(machine([unset, { ...download, chosen: true }]));
    expect(healthy).toBe(true);
    expect(text).toContain("! Browser: none yet; download of a browser, when the first PDF is made");
    expect(text).toContain("Do this:\n      get a browser\n");
  });

  test("that is unavailable is the missing part", async () => {
    const broken: BrowserSighting = { ...ready, state: "broken", chosen: false, reason: "It lacks libnss3.so." };
    const { text, healthy } = await doctor(machine([unset, broken]));
    expect(healthy).toBe(false);
    expect(text).toContain("✗ No browser to print with");
    expect(text).toContain("It lacks libnss3.so.");
    expect(text).toContain("get a browser");
    expect(text).toMatch(/see ✗ above\.\n$/);
  });

  test("that the configuration names is the one that is looked at", async () => {
    const world = machine();
    const asked: unknown[] = [];
    const inspect: World["browsers"]["inspect"] = async (options) => {
      asked.push(options);
      return [ready];
    };
    await doctor({ ...world, browsers: { ...world.browsers, inspect } }, { browser: "/opt/chrome" });
    expect(asked).toEqual([{ path: "/opt/chrome" }]);
  });
});

describe("fonts", () => {
  /** The options that every template has, as that of the repository has them. */
  const settings = readFileSync(join(worldIn("/").host.toolFolder, "templates/handout/template.yaml"), "utf8");
  const options = settings.slice(settings.indexOf("\noptions:") + 1);
  const template = (fontPackage: string): string => `description: A template.
fonts:
  - family: Some Face
    package: "${fontPackage}"
    faces: ["400", "600"]
typefaces: { text: Some Face, label: Some Face, code: Some Face }
screen: { layout: a.liquid, styles: [a.css] }
print:
  layout: a.liquid
  styles: [a.css]
  running-heads: a.liquid
  papers:
    plain: &pages
      letter: &page { size: 8.5in 11in, top: 1in, bottom: 1in, inner: 1in, outer: 1in, number: foot }
      A4: *page
    columns: *pages
    large-print: *pages
    booklet: *pages
    ink-saver: *pages
book: { layout: a.liquid, styles: [a.css], title-page: a.liquid }
library: { layout: a.liquid, styles: [a.css] }
charts:
  family: Some Face
  colours:
    ink: ["#000000", "#ffffff"]
    soft: ["#555555", "#bbbbbb"]
    rule: ["#cccccc", "#444444"]
    paper: ["#ffffff", "#000000"]
  series: [["#c8641b", "#f0a468"], ["#33312d", "#d8d4ca"], ["#8e63b8", "#c9a9e6"], ["#3f8f7a", "#7fd1ba"]]
${options}`;
  const withTemplate = async (text: string) => {
    const folder = await temporaryFolder({
      "own/mine/template.yaml": text,
      "own/mine/a.liquid": "",
      "own/mine/a.css": "",
    });
    return doctor(machine([ready], { host: { workingFolder: folder } }), {
      templates: "own",
      template: { name: "mine", options: {} },
    });
  };

  test("of the template in use are those that count", async () => {
    const { text, healthy } = await withTemplate(template("@fontsource/source-sans-3"));
    expect(text).toMatch(/✓ Fonts: Some Face \d+\.\d+\.\d+\n/);
    expect(healthy).toBe(true);
  });

  test("that are not installed are named, with the command that installs them", async () => {
    const { text, healthy } = await withTemplate(template("@fontsource/no-such-face"));
    expect(healthy).toBe(false);
    expect(text).toContain(
      "✗ Fonts: @fontsource/no-such-face not installed\n    npm install @fontsource/no-such-face\n",
    );
  });

  test("is unknown for a broken template", async () => {
    const { text, healthy } = await withTemplate("description: [");
    expect(healthy).toBe(false);
    expect(text).toContain("✗ Fonts: the template that names them cannot be used\n    ");
  });
});

describe("Java", () => {
  test.each([
    ["is not there", java("spawn java ENOENT", -1)],
    ["is only a stub", java("The operation couldn't be completed. Unable to locate a Java Runtime.", 1)],
  ])("that %s limits nothing but `check --full`", async (_, shell) => {
    const { text, healthy } = await doctor(machine([ready], { shell }));
    expect(healthy).toBe(true);
    expect(text).toContain("! Java: none\n    No build needs it.");
  });
});

describe("the command", () => {
  test("looks at this machine, and ends well where the tests can run", async () => {
    const { code, out, err } = await offprint(await temporaryFolder({}), ["doctor"]);
    expect(err).toBe("");
    expect(out).toContain(`Node ${process.versions.node}`);
    expect(out).toMatch(/→ (?:ready|fetchable) /);
    expect(code).toBe(0);
  });

  test("ends with 3 where something is missing, and with 2 where the configuration is wrong", async () => {
    const config = 'export default { browser: "none/chrome" };\n';
    const missing = await offprint(await temporaryFolder({ "offprint.config.mjs": config }), ["doctor"]);
    expect([missing.code, missing.out]).toEqual([3, expect.stringContaining("does not exist")]);
    const wrong = await offprint(await temporaryFolder({ "offprint.config.mjs": "export default { brwser: 1 };\n" }), [
      "doctor",
    ]);
    expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining("brwser")]);
    // The rest is examined all the same.
    expect(wrong.out).toContain(`Node ${process.versions.node}`);
    expect(wrong.out).toContain("✓ Fonts: ");
  });
});

test("the cache is shown with its place and its size", async () => {
  const cacheFolder = await temporaryFolder({
    "made/one": new Uint8Array(2 ** 20),
    "made/two": new Uint8Array(2 ** 19),
  });
  const { text, healthy } = await doctor(machine([ready], { host: { cacheFolder } }));
  expect(healthy).toBe(true);
  expect(text).toContain(`✓ Cache of earlier builds: 2 entries, 1.5 MiB\n    ${join(cacheFolder, "made")}\n`);
  expect(text).toContain("It grows to 256.0 MiB");
});
