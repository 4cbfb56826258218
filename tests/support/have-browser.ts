import { realWorld } from "../../src/world/node.ts";

/** Before the first test: on a machine without a browser one is fetched, once and not by every test that needs it. */
export async function setup(): Promise<void> {
  let last = "";
  const onProgress = (what: string): void => {
    if (what !== last) console.log(what);
    last = what;
  };
  const opened = await realWorld().browsers.open({ onProgress });
  if (!opened.ok) throw new Error(opened.diagnostics.map(({ message, hint }) => `${message}\n${hint}`).join("\n"));
  await opened.value.close();
}
