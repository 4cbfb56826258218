/**
 * Known reasons for a failed start, recognised by a pattern in the browser's output, with an explanation for the user.
 */
const knownFailures: readonly { readonly sign: RegExp; readonly meaning: (match: RegExpExecArray) => string }[] = [
  {
    sign: /error while loading shared libraries: ([^\s:]+)/,
    meaning: ([, library]) => `the system lacks the shared library ${library}`,
  },
  {
    sign: /No usable sandbox/,
    meaning: () =>
      "the system lets programs create no sandbox; install a browser with the system's package manager, which may, " +
      "or set OFFPRINT_NO_SANDBOX=1 to turn the sandbox off",
  },
  { sign: /requires the chromium snap/, meaning: () => "it only points to a snap package that is not installed" },
  {
    sign: /Timed out after (\d+) ms/,
    meaning: ([, time]) => `it did not start within ${Number(time) / 1000} seconds`,
  },
  { sign: /\b(EACCES|ENOEXEC|ENOENT)\b/, meaning: ([, code]) => `the system cannot run it (${code})` },
];

/** Returns why a browser did not start, in one line. */
export function startFailure(path: string, error: unknown): string {
  const output = error instanceof Error ? error.message : String(error);
  for (const { sign, meaning } of knownFailures) {
    const match = sign.exec(output);
    if (match) return `${path} does not start: ${meaning(match)}.`;
  }
  return `${path} does not start: ${firstLines(output)}`;
}

function firstLines(output: string): string {
  const lines = output.split("\n").map((line) => line.trim());
  return lines
    .filter((line) => line !== "" && line !== "stderr:" && !line.startsWith("TROUBLESHOOTING"))
    .slice(0, 3)
    .join(" ");
}
