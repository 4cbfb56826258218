/**
 * Returns why a style cannot be used. The processor throws strings as messages; its exceptions only refer to its own
 * variables.
 */
export function styleFault(error: unknown): string {
  if (error instanceof RangeError) return "its elements are nested too deeply";
  const thrown = error instanceof Error ? error.message : String(error);
  const isRaw =
    error instanceof TypeError || error instanceof ReferenceError || /\bundefined\b|is not a function/.test(thrown);
  if (isRaw) return "it has an element or a value that CSL 1.0 does not know, or lacks one that it asks for";
  return thrown.replace(/^.*error: /, "").replace(/\.+$/, "");
}
