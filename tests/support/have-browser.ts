import { realWorld } from "../../src/world/node.ts";

/**
 * Before the first test: on a machine without a browser one is fetched, once and not by every test that needs it. Where
 * there is none to be had, the tests that print fail and the others run.
 */
export async function setup(): Promise<void> {
  const { browsers } = realWorld();
  if (await browsers.identify({})) return;
  let last = "";
  const onProgress = (what: string): void => {
    if (what !== last) console.log(what);
    last = what;
  };
  const opened = await browsers.open({ onProgress });
  if (opened.ok) await opened.value.close();
  else console.warn(opened.diagnostics.map(({ message, hint }) => `${message}\n${hint}`).join("\n"));
}
