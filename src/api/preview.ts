export { startPreview } from "../preview/preview.ts";
