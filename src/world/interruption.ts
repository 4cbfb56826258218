/**
 * Resolves at SIGINT (Ctrl-C) or SIGTERM. Installs its handlers when it is called: from then on the first signal does
 * not end the program, and a second one does.
 */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
