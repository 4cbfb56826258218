/** A schema of any library that follows Standard Schema 1 (https://standardschema.dev): zod, valibot, arktype. */
export interface StandardSchema<Output = unknown> {
  /** Interface of Standard Schema 1 (https://standardschema.dev). */
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}

/** A value, or its issues (https://standardschema.dev). */
export type StandardResult<Output> =
  | { readonly value: Output; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string }[] };

/** Output type of a schema. */
export type OutputOf<Schema> = Schema extends StandardSchema<infer Output> ? Output : never;
