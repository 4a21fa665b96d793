import { matches, matchesArn } from './match.js';

/** What AWS knows of a request, by condition keys. */
export interface Context {
  readonly [key: string]: string;
}

export type Conditions = {
  readonly [operator: string]: { readonly [key: string]: string | readonly string[] };
};

type Compare = (asked: string, given: string) => boolean;

const exactly: Compare = (asked, given) => asked === given;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
const operators: { readonly [name: string]: Compare } = {
  StringEquals: exactly,
  StringLike: matches,
  // The same, as IAM has it.
  ArnEquals: matchesArn,
  ArnLike: matchesArn,
  Bool: (asked, given) => asked.toLowerCase() === given.toLowerCase(),
};

/** Whether all conditions hold. Throws at an operator that it does not know. */
export const holds = (conditions: Conditions, context: Context): boolean =>
  Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, asked]) => holdsOne(operator, [asked].flat(), valueIn(context, key))),
  );

function holdsOne(operator: string, asked: readonly string[], given: string | undefined): boolean {
  if (operator === 'Null') return asked.some((one) => (one === 'true') === (given === undefined));
  const name = operator.replace(/IfExists$/, '');
  if (name !== operator && given === undefined) return true;
  const isNot = name.includes('Not');
  const compare = operators[name.replace('Not', '')];
  if (compare === undefined) throw new Error(`no condition operator ${operator} here`);
  // What is not there equals nothing.
  return isNot !== (given !== undefined && asked.some((one) => compare(one, given)));
}

/** Names of keys are compared without their case. */
const valueIn = (context: Context, key: string): string | undefined =>
  Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];

/** A text of a policy with values of the request in it, such as `${aws:PrincipalTag/team}`; undefined when one of them is not there. */
export function filled(text: string, context: Context): string | undefined {
  let isWhole = true;
  const value = text.replace(/\$\{([^}]*)\}/g, (_, key: string) => {
    // `${*}`, `${?}` and `${$}` stand for themselves, here in the same words.
    if (/^[*?$]$/.test(key)) return key;
    const found = valueIn(context, key);
    isWhole &&= found !== undefined;
    return found ?? '';
  });
  return isWhole ? value : undefined;
}
