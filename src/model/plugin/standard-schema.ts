/** A schema of any library that follows Standard Schema 1 (https://standardschema.dev): zod, valibot, arktype. */
export interface StandardSchema<Output = unknown> {
  /** What Standard Schema 1 asks for (https://standardschema.dev). */
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** A value, or what is wrong with it (https://standardschema.dev). */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] };

/** What a schema gives. */
export type OutputOf<Schema> = Schema extends StandardSchema<infer Output> ? Output : never;
