import { common, createLowlight } from "lowlight";

/** A highlighter for common programming languages. */
export const highlighter = createLowlight(common);

export type Highlighter = typeof highlighter;
