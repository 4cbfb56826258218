export { merge, type Merged } from "../mail-merge/merge.ts";
