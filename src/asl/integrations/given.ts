import { planIds } from '../../cloudformation/logical-id.js';
import { isList, isObject } from '../../language/json.js';
import { isExpression } from '../../language/jsonata.js';
import type { Json } from '../../source/document.js';
import { type Surroundings, textOf } from './surroundings.js';
import { type Text, unknown } from './text.js';

/** The arguments of a call, as far as they are known before it. */
export interface Given {
  /** By its name, or its path such as `Overrides.TaskRoleArn`. Undefined when it is not given, `*` when it is not known. */
  readonly text: (path: string) => Text | undefined;
  /** Each text of a list; one text may stand for a list of one. */
  readonly texts: (path: string) => readonly Text[];
  readonly has: (path: string) => boolean;
  /** The items of a list; one of which nothing is known when the list is not known, none when it is not given. */
  readonly items: (path: string) => readonly Given[];
  /** The keys of an object; undefined when they are not known. */
  readonly keys: (path: string) => readonly string[] | undefined;
}

/** The plan's state machine. Statements that name it stand in a policy of their own: the machine needs its role first. */
export const ownMachine = { Ref: planIds.stateMachine } as const;

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html: the ARN of the state machine itself. */
const ownPath = '$$.StateMachine.Id';
const ownExpression = /^\{%\s*\$states\.context\.StateMachine\.Id\s*%\}$/;

type Found = { readonly value: Json } | 'unknown' | 'absent';

/**
 * Reads `Parameters` (where a key may end in `.$`) or `Arguments` (where a text may be an expression). Undefined, as
 * in a state without either, means that the state's input is given, of which nothing is known.
 */
export function given(plan: Surroundings, root: Json | undefined): Given {
  const find = (path: string): Found => {
    let value = root;
    for (const key of path.split('.')) {
      if (!isObject(value)) return 'unknown';
      const computed = value[`${key}.$`];
      if (computed !== undefined) return computed === ownPath ? { value: ownMachine } : 'unknown';
      if (!Object.hasOwn(value, key)) return 'absent';
      value = value[key];
    }
    if (value === undefined) return 'unknown';
    if (typeof value !== 'string' || !isExpression(value)) return { value };
    return ownExpression.test(value) ? { value: ownMachine } : 'unknown';
  };
  return {
    has: (path) => find(path) !== 'absent',
    text: (path) => {
      const found = find(path);
      if (found === 'absent') return undefined;
      return found === 'unknown' ? unknown : textOf(plan, found.value);
    },
    texts: (path) => {
      const found = find(path);
      if (found === 'absent') return [];
      if (found === 'unknown') return [unknown];
      const { value } = found;
      return isList(value) ? value.map((item) => textOf(plan, item)) : [textOf(plan, value)];
    },
    items: (path) => {
      const found = find(path);
      if (found === 'absent') return [];
      if (found === 'unknown' || !isList(found.value)) return [given(plan, undefined)];
      return found.value.map((item) => given(plan, item));
    },
    keys: (path) => {
      const found = find(path);
      if (found === 'absent') return [];
      const known = found !== 'unknown' && isObject(found.value) ? Object.keys(found.value) : [];
      return known.length === 0 || known.some((key) => key.endsWith('.$')) ? undefined : known;
    },
  };
}
