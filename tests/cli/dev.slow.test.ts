import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { PreviewState } from "../../src/preview/state.ts";
import { root } from "../setup/run-script.ts";
import { temporaryFolder, writeFiles } from "../support/temporary.ts";

const plugin = (word: string): string => `export const plugin = {
  name: "greeting", version: "1",
  directives: [{ name: "greet", leaf: ({ element }) => [element("p", {}, [{ type: "text", value: "${word}" }])] }],
};
`;

const configuration = (more = ""): string =>
  `import { plugin } from "./plugin.ts";\nexport default { plugins: [plugin], ${more} };\n`;

test("offprint dev reads the configuration and the plug-ins of the project again when they change", async () => {
  const folder = await temporaryFolder({
    "a.md": "# A\n\n::greet\n",
    "plugin.ts": plugin("Hello"),
    "offprint.config.ts": configuration(),
  });
  const words = ["dev", "a.md", "--edition", "web", "--port", "0"];
  const ran = spawn(process.execPath, [join(root, "src/main.ts"), ...words], { cwd: folder });
  onTestFinished(() => void ran.kill("SIGKILL"));
  const ended = once(ran, "exit");
  const [line] = (await once(ran.stdout, "data")) as [Buffer];
  const url = /http:\S+/.exec(line.toString())?.[0] ?? "";
  const leave = new AbortController();
  const { body } = await fetch(`${url}events`, { signal: leave.signal });
  const events = (body ?? new ReadableStream()).pipeThrough(new TextDecoderStream())[Symbol.asyncIterator]();
  let rest = "";

  /** The first state that is as wanted, whatever came before it. */
  async function until(wanted: (state: PreviewState, page: string) => boolean): Promise<void> {
    for (;;) {
      const { value, done } = await events.next();
      if (done) throw new Error("The stream ended.");
      const parts = (rest + value).split("\n\n");
      rest = parts.pop() ?? "";
      const state = JSON.parse((parts.at(-1) ?? "data: {}").replace("data: ", "")) as PreviewState;
      const page = await (await fetch(`${url}a/a.html`)).text();
      if (parts.length > 0 && !state.building && wanted(state, page)) return;
    }
  }

  await until((_, page) => page.includes("<p>Hello</p>"));
  await writeFiles(folder, { "plugin.ts": plugin("Good day") });
  await until((_, page) => page.includes("<p>Good day</p>"));
  await writeFiles(folder, { "offprint.config.ts": configuration("colour: 1") });
  await until(({ findings }, page) => findings[0]?.rule === "configShape" && page.includes("<p>Good day</p>"));
  await writeFiles(folder, { "offprint.config.ts": configuration(), "plugin.ts": plugin("Good night") });
  await until(({ findings }, page) => findings.length === 0 && page.includes("<p>Good night</p>"));
  leave.abort();
  ran.kill("SIGINT");
  expect((await ended)[0]).toBe(0);
});
