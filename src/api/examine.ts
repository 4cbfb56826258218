export { measureStore } from "../pipeline/build-cache.ts";
export { fontPackages, templateFor } from "../pipeline/template-context.ts";
