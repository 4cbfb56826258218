import type { Reporter } from "./report.ts";

/** For programs: one JSON object on standard output, `{ diagnostics, files }`, whatever happens. */
export const json: Reporter = ({ diagnostics, files }) => ({
  output: `${JSON.stringify({ diagnostics, files }, null, 2)}\n`,
  errors: "",
});
