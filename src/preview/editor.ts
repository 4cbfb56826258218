import type { Host } from "../model/world.ts";
import type { Editor } from "./state.ts";

/** Addresses that make an editor open a file, by program name. */
const addresses: Readonly<Record<string, string>> = {
  code: "vscode://file{file}:{line}:{column}",
  "code-insiders": "vscode-insiders://file{file}:{line}:{column}",
  codium: "vscodium://file{file}:{line}:{column}",
  cursor: "cursor://file{file}:{line}:{column}",
  zed: "zed://file{file}:{line}:{column}",
  idea: "idea://open?file={file}&line={line}&column={column}",
  webstorm: "webstorm://open?file={file}&line={line}&column={column}",
  mate: "txmt://open?url=file://{file}&line={line}&column={column}",
};

/** Returns the editor in VISUAL or EDITOR, if it has an address; else Visual Studio Code. */
export function editorOf({ variables, workingFolder }: Host): Editor {
  const named = [variables["VISUAL"], variables["EDITOR"]]
    .map((command) => command?.trim().split(/\s+/)[0]?.split(/[/\\]/).at(-1))
    .find((name) => name !== undefined && Object.hasOwn(addresses, name));
  const folder = workingFolder.replaceAll("\\", "/");
  return { address: addresses[named ?? "code"] ?? "", folder };
}
