export { collect } from "../mail-merge/collect.ts";
