import type { Json, JsonObject } from '../source/document.js';

/** Values that an environment's account holds. Undefined when there is none of that name. */
export interface Values {
  /**
   * A parameter of Systems Manager; one of type StringList is joined by commas. A SecureString is only given as a secret:
   * throws a `StatesError` where it would be shown.
   */
  readonly ssm: (name: string, as?: 'secret') => Promise<string | undefined>;
  /** A secret of Secrets Manager, by name or ARN. */
  readonly secret: (id: string) => Promise<string | undefined>;
  /** The result of a Lambda function. */
  readonly invoke: (functionName: string, payload: JsonObject) => Promise<Json | undefined>;
  /** The text of an object in any bucket. */
  readonly document: (
    bucket: string,
    key: string,
    assumeRoleArn: string | undefined,
  ) => Promise<string | undefined>;
  /** What to do about a value that is not there, by the name it was asked for; of a document `bucket/key`. */
  readonly advice?: (asked: 'ssm' | 'secret' | 'invoke' | 'document', name: string) => string;
}
