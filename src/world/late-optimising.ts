import v8 from "node:v8";

/** The checks of an e-book and the subsets of its faces run for parts of a second: to optimise their WebAssembly takes longer. */
export function optimiseLate(): void {
  v8.setFlagsFromString("--wasm-tiering-budget=130000000");
}
