import type { QueryLanguage } from '../../language/plan.js';
import type { Reference } from '../../language/reference.js';
import type { JsonObject } from '../../source/document.js';

/** How a field's references and CloudFormation values are written in the state's language. */
export interface Writer {
  readonly language: QueryLanguage;
  /** The JSONPath or JSONata expression that gives the reference's value. */
  readonly expression: (reference: Reference) => string;
  /** The `${Name}` that CloudFormation fills. */
  readonly placeholder: (value: JsonObject) => string;
}
