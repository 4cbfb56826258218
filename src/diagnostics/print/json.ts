import type { Reporter } from "./report.ts";

/** For programs: one JSON object on standard output, `{ diagnostics, files }`, whatever happens. */
export const json: Reporter = ({ notes, files }) => ({
  output: `${JSON.stringify({ diagnostics: notes, files }, null, 2)}\n`,
  errors: "",
});
