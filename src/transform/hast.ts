export * from "../model/hast.ts";
export { textOf } from "../model/text-of.ts";
