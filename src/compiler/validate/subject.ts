import type { Path } from '../../diagnostics/problem.js';
import { isObject } from '../../language/json.js';
import type { Document, Json, JsonObject } from '../../source/document.js';
import { isPlanccType } from '../../states/registry.js';
import { keyOf } from './spelling.js';
import { written } from './words.js';

/** What a plan is walked as. A state has the validator of its type, known when it is reached. */
export type Kind = 'plan' | 'branch' | 'body' | 'state' | 'mocks' | 'simulations' | 'environments';

export interface Subject {
  readonly document: Document;
  readonly kind: Kind;
  readonly path: Path;
  readonly value: Json;
}

const kinds = {
  plan: 'a plan',
  branch: 'a branch',
  body: 'the body of a Map',
  mocks: 'mocks',
  simulations: 'simulations',
  environments: 'environments',
} as const;

/** The type of a state, also where its key is written in other letters. */
export const typeOfState = (value: JsonObject): Json | undefined => value[keyOf(value, 'Type') ?? 'Type'];

/** The type of a state of plancc's; undefined for everything else. */
export function planccType({ kind, value }: Subject): string | undefined {
  const type = kind === 'state' && isObject(value) ? typeOfState(value) : undefined;
  return isPlanccType(type) ? String(type) : undefined;
}

/** The object at a path of what is looked at, in words: "a `Task` state", "`Retry[0]`". */
export function ownerOf(subject: Subject, at: Path): string {
  const { kind, value } = subject;
  if (at.length > 0) return underProperties(subject, at) ?? `\`${written(at)}\``;
  if (kind !== 'state') return kinds[kind];
  const type = String(isObject(value) && typeOfState(value));
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} \`${type}\` state`;
}

function underProperties(subject: Subject, at: Path): string | undefined {
  const type = planccType(subject);
  const isProperties = type !== undefined && at.length === 1 && at[0] === 'Properties';
  return isProperties ? `\`Properties\` of a state of type \`${type}\`` : undefined;
}
