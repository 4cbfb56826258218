/**
 * Resolves at SIGINT (Ctrl-C) or SIGTERM. From the call on, the first signal does not end the program; a second one
 * does.
 */
export function interruption(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
