// Written by scripts/generate.ts
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly [name: string]: unknown };
}

export interface Validator {
  (value: unknown): boolean;
  /** Those of the last call. */
  readonly errors?: readonly SchemaError[] | null;
}

/** `plan`, `branch`, `body` and the state types; what is inside `States` is left to the caller. */
export declare const validators: { readonly [name: string]: Validator };

/** The fields of each state type. */
export declare const fields: { readonly [type: string]: readonly string[] };
