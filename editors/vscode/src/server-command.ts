/** A program and what it is started with. */
export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Windows starts programs of npm through its shell only. */
  readonly shell: boolean;
}

/** How the language server is started: as the setting says, else the project's own program, else what npx finds. */
export function serverCommand(
  setting: string,
  folder: string | undefined,
  exists: (path: string) => boolean,
  isWindows: boolean,
): ServerCommand {
  const own = folder === undefined ? "" : `${folder}/node_modules/.bin/offprint${isWindows ? ".cmd" : ""}`;
  const program = setting || (exists(own) ? own : "");
  if (program) return { command: program, args: ["lsp"], shell: isWindows };
  return { command: isWindows ? "npx.cmd" : "npx", args: ["--yes", "offprint", "lsp"], shell: isWindows };
}
