/** What `$states` has: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
export const statesFields: readonly string[] = ['input', 'result', 'errorOutput', 'context'];

/** A tree of names; the data of users is anything. */
type Fields = { readonly [name: string]: Fields | 'any' };

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html */
export const contextFields: Fields = {
  Execution: {
    Id: 'any',
    Input: 'any',
    Name: 'any',
    RoleArn: 'any',
    StartTime: 'any',
    RedriveCount: 'any',
    RedriveTime: 'any',
  },
  State: { EnteredTime: 'any', Name: 'any', RetryCount: 'any' },
  StateMachine: { Id: 'any', Name: 'any' },
  Task: { Token: 'any' },
  Map: { Item: { Index: 'any', Key: 'any', Value: 'any', Source: 'any' } },
};

/** The first key of a path into the context object that it does not have, and what it has there. */
export function unknownInContext(
  keys: readonly string[],
): { readonly at: number; readonly known: readonly string[] } | undefined {
  let fields: Fields | 'any' = contextFields;
  for (const [at, key] of keys.entries()) {
    if (fields === 'any') return undefined;
    const next: Fields | 'any' | undefined = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (next === undefined) return { at, known: Object.keys(fields) };
    fields = next;
  }
  return undefined;
}
