import v8 from "node:v8";

/**
 * Delays the optimisation of WebAssembly: EPUB checks and font subsetting run for fractions of a second, and optimising
 * takes longer.
 */
export function optimiseLate(): void {
  v8.setFlagsFromString("--wasm-tiering-budget=130000000");
}
