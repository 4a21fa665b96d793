import { type Conditions, type Context, filled, holds } from './conditions.js';
import { matches, matchesArn } from './match.js';

/** What someone wants to do. */
export interface Asked {
  /** As IAM calls it: `s3:PutObject`. */
  readonly action: string;
  /** An ARN, or `*` for an action that knows no resources. */
  readonly resource: string;
  readonly context?: Context;
}

type Texts = string | readonly string[];

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Action?: Texts;
  readonly NotAction?: Texts;
  readonly Resource?: Texts;
  readonly NotResource?: Texts;
  readonly Condition?: Conditions;
}

export interface Policy {
  readonly Statement: readonly Statement[];
}

/**
 * What policies of one kind say: those of a role, its boundary, or that of a bucket. A `Deny` counts more than any `Allow`.
 * Whose a statement is (`Principal`) is not looked at: ours say it by conditions.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function decide(policies: readonly Policy[], asked: Asked): 'allowed' | 'denied' | 'not allowed' {
  const effects = new Set(
    policies.flatMap(({ Statement }) =>
      Statement.filter((one) => concerns(one, asked)).map(({ Effect }) => Effect),
    ),
  );
  return effects.has('Deny') ? 'denied' : effects.has('Allow') ? 'allowed' : 'not allowed';
}

export const allows = (policies: readonly Policy[], asked: Asked): boolean =>
  decide(policies, asked) === 'allowed';

export function concerns(statement: Statement, { action, resource, context = {} }: Asked): boolean {
  const { Action, NotAction, Resource, NotResource, Condition } = statement;
  const isAction = (one: string) => matches(one.toLowerCase(), action.toLowerCase());
  const isResource = (one: string) => {
    const pattern = filled(one, context);
    return pattern !== undefined && matchesArn(pattern, resource);
  };
  const among = (texts: Texts | undefined, none: Texts | undefined, is: (one: string) => boolean) =>
    none === undefined ? [texts ?? []].flat().some(is) : ![none].flat().some(is);
  return (
    among(Action, NotAction, isAction) &&
    among(Resource, NotResource, isResource) &&
    (Condition === undefined || holds(filledIn(Condition, context), context))
  );
}

const filledIn = (conditions: Conditions, context: Context): Conditions =>
  Object.fromEntries(
    Object.entries(conditions).map(([operator, keys]) => [
      operator,
      Object.fromEntries(
        Object.entries(keys).map(([key, asked]) => [
          key,
          [asked].flat().flatMap((one) => filled(one, context) ?? []),
        ]),
      ),
    ]),
  );
