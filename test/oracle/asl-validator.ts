import { createRequire } from 'node:module';
import type { Ajv, KeywordDefinition, Options } from 'ajv';
import type { Json, JsonObject } from '../../src/source/document.js';

interface Verdict {
  readonly isValid: boolean;
  readonly errors: readonly { readonly Message: string }[];
}
type Validate = (definition: unknown, options: object) => Verdict;

const require = createRequire(import.meta.url);
compileOnce();
const aslValidator = require('asl-validator') as Validate;

/** It compiles its schemas for every definition, which takes 100 ms: here all of them get the first `Ajv` that it makes. */
function compileOnce(): void {
  const ajv = createRequire(require.resolve('asl-validator'))('ajv') as { default: typeof Ajv };
  const Real = ajv.default;
  let first: Ajv | undefined;
  ajv.default = class extends Real {
    constructor(options: Options) {
      super(options);
      // biome-ignore lint/correctness/noConstructorReturn: who asks for a new one gets the first
      if (first !== undefined) return first;
      first = this;
    }

    override addKeyword(definition: string | KeywordDefinition): Ajv {
      const [name] = [typeof definition === 'string' ? definition : definition.keyword].flat();
      return this.getKeyword(name!) === false ? super.addKeyword(definition) : this;
    }
  };
}

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
