import { common, createLowlight } from "lowlight";

/** Knows the programming languages that people write about. */
export const highlighter = createLowlight(common);

export type Highlighter = typeof highlighter;
