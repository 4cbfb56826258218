export { importFile, type ImportedFile } from "../pipeline/import-file.ts";
