import type { Reporter } from "./report.ts";

/** Prints one JSON object, `{ diagnostics, files }`, on standard output in every case. */
export const json: Reporter = ({ diagnostics, files }) => ({
  output: `${escapeC1(JSON.stringify({ diagnostics, files }, null, 2))}\n`,
  errors: "",
  closing: "",
});

/** Escapes C1 control characters, which are valid in JSON but affect terminals; parsed values stay the same. */
function escapeC1(text: string): string {
  const toUnit = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return text.replaceAll(/[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/g, toUnit);
}
