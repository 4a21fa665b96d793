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

/**
 * For the top level of a plan and inner scopes, where what is inside `States` is left to the caller; for the documents
 * beside a plan.
 */
export declare const scopes: {
  readonly plan: Validator;
  readonly branch: Validator;
  readonly body: Validator;
  readonly mocks: Validator;
  readonly simulations: Validator;
  readonly environments: Validator;
};

/** For the state types; what is inside inner scopes is left to the caller. */
export declare const states: { readonly [type: string]: Validator };

/** The fields of each state type. */
export declare const fields: { readonly [type: string]: readonly string[] };
