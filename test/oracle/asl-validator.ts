import { createRequire } from 'node:module';
import type { Json, JsonObject } from '../../src/source/document.js';

interface Verdict {
  readonly isValid: boolean;
  readonly errors: readonly { readonly Message: string }[];
}
type Validate = (definition: unknown, options: object) => Verdict;
const { default: validate } = createRequire(import.meta.url)('asl-validator') as {
  default?: Validate;
} & Validate;
const aslValidator = (validate ?? createRequire(import.meta.url)('asl-validator')) as Validate;

/** Stands for what CloudFormation puts in. */
const filled = (name: string): string =>
  name === 'AWSPartition' ? 'aws' : 'arn:aws:lambda:eu-west-1:111122223333:function:any';

/** The definition as Step Functions gets it. */
export function fill(definition: JsonObject, substitutions: { readonly [name: string]: Json }): JsonObject {
  const text = JSON.stringify(definition).replace(/\$\{([A-Za-z0-9]+)\}/g, (found, name: string) =>
    Object.hasOwn(substitutions, name) ? filled(name) : found,
  );
  return JSON.parse(text) as JsonObject;
}

/** What `asl-validator` has against a definition; empty when it accepts it. */
export const refusals = (definition: JsonObject): readonly string[] => {
  const { isValid, errors } = aslValidator(definition, {});
  return isValid ? [] : errors.map((error) => error.Message);
};
