import { withSettings } from "../model/plugin/scope.ts";
import { merge as mergeAll } from "../mail-merge/merge.ts";

export type { Merged } from "../mail-merge/merge.ts";

/** Builds a handout for each person of a roster, with the plug-ins of the configuration. */
export const merge: typeof mergeAll = (world, request) => withSettings(request.config, () => mergeAll(world, request));
