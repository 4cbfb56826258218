import type { Look } from "../config/look.ts";
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
export type TemplateSettings = Omit<TemplateFile, "fonts"> & {
  readonly fonts: readonly Family[];
  /** What templates and the brand have changed, for formats without style sheets. */
  readonly look?: OwnLook;
};

/** Colours and families, by role. */
export type OwnLook = Pick<Look, "colours" | "typefaces">;
