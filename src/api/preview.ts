export type { BuildRequest } from "../pipeline/build-request.ts";
export { startPreview } from "../preview/preview.ts";
