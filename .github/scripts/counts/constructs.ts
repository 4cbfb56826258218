import type { Construct } from "./make.ts";
import { ofBlocks } from "./of-blocks.ts";
import { ofFiles } from "./of-files.ts";
import { ofWords } from "./of-words.ts";

/** All constructs by name. */
export const constructs: Readonly<Record<string, Construct>> = { ...ofBlocks, ...ofWords, ...ofFiles };
