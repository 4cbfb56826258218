import type { Reporter } from "./report.ts";

/** For programs: one JSON object on standard output, `{ diagnostics, files }`, whatever happens. */
export const json: Reporter = ({ diagnostics, files }) => ({
  output: `${escapeC1(JSON.stringify({ diagnostics, files }, null, 2))}\n`,
  errors: "",
  closing: "",
});

/** Controls that JSON leaves as they are, and a terminal does not; the same value for who parses it. */
function escapeC1(text: string): string {
  const toUnit = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text.replaceAll(/[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, toUnit);
}
