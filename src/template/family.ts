import type { TemplateFile } from "../config/template-file.ts";

/** A font family of a template: from an npm package, or from files of a template or brand. */
export type Family = Omit<TemplateFile["fonts"][number], "package"> &
  (
    | { readonly package: string; readonly files?: undefined }
    | {
        readonly package?: undefined;
        /** Absolute paths by weight. */
        readonly files: Readonly<Record<string, string>>;
        readonly licence?: string | undefined;
      }
  );

/** A template's settings, with families from any source. */
export type TemplateSettings = Omit<TemplateFile, "fonts"> & { readonly fonts: readonly Family[] };
