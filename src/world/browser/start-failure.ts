/** What a failed start has to say, by a word in the browser's own output, in words that lead somewhere. */
const knownFailures: readonly { readonly sign: RegExp; readonly meaning: (match: RegExpExecArray) => string }[] = [
  {
    sign: /error while loading shared libraries: ([^\s:]+)/,
    meaning: ([, library]) => `the system lacks the shared library ${library}`,
  },
  {
    sign: /No usable sandbox/,
    meaning: () =>
      "the system lets no program build a sandbox; a browser from the system's packages has leave to, " +
      "and OFFPRINT_NO_SANDBOX=1 turns it off",
  },
  { sign: /requires the chromium snap/, meaning: () => "it only points to a snap package that is not installed" },
  {
    sign: /Timed out after (\d+) ms/,
    meaning: ([, time]) => `it did not start within ${Number(time) / 1000} seconds`,
  },
  { sign: /\b(EACCES|ENOEXEC|ENOENT)\b/, meaning: ([, code]) => `the system cannot run it (${code})` },
];

/** Why a browser did not start, in one line. */
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
