export { checkLinks } from "../link-checker/check-links.ts";
