import { isList, isObject } from '../language/json.js';
import { concurrency } from '../language/values.js';
import type { Json, JsonObject } from '../source/document.js';
import { environmentsPrefix } from './keys.js';

/** What a field has to be, or one of which texts; an object says it of its own fields. `?` after a name: it may be absent. */
type Shape = { readonly [field: string]: keyof typeof is | readonly string[] | Shape };

const act = { by: 'text', at: 'text' } as const;
const version = { version: 'text', id: 'text' } as const;
const failure = { error: 'text', cause: 'text' } as const;

/** By the folder of an environment that documents of a kind are in: what everybody who reads them takes for granted. */
const shapes: { readonly [kind: string]: Shape } = {
  'environment.json': {
    name: 'text',
    kind: ['test', 'production'],
    concurrency: concurrency.enum,
    approvals: 'number',
    created: act,
  },
  deployments: {
    ...version,
    deployment: 'text',
    environment: 'text',
    name: 'text',
    action: 'text',
    status: 'text',
    requested: act,
    retries: 'number',
    decisions: 'list',
    'started?': 'text',
    'changing?': 'text',
    'ended?': 'text',
    'driver?': 'text',
    'execution?': 'text',
    'previous?': { ...version, deployment: 'text' },
    'failure?': { 'state?': 'text', ...failure },
    'outputs?': 'object',
  },
  inventory: {
    ...version,
    outputs: 'object',
    since: 'text',
    by: 'text',
    deployment: 'text',
    dependencies: 'object',
  },
  locks: { 'holder?': 'text', queue: 'list' },
  open: { ...act, 'token?': 'text' },
  answers: { ...act, 'failure?': failure },
  installations: { digest: 'text', machine: 'text' },
  waiting: {
    'state?': 'text',
    iteration: 'list',
    token: 'text',
    message: 'text',
    since: 'text',
    approvers: 'list',
    needed: 'number',
  },
  attempts: { state: 'text', iteration: 'list', number: 'number', started: 'text', deadline: 'text' },
};

/** Elsewhere in a store, a distribution or a stack may be called like a kind. */
const kindIn = new RegExp(`^${environmentsPrefix}[^/]+/([^/]+)`);

/** The first field of a document that is not as everybody expects, such as `requested.by`; undefined when all are. */
export function wrongField(key: string, document: JsonObject): string | undefined {
  const [, kind = ''] = kindIn.exec(key) ?? [];
  return Object.hasOwn(shapes, kind) ? wrongIn(shapes[kind]!, document) : undefined;
}

function wrongIn(shape: Shape, document: JsonObject): string | undefined {
  for (const [written, expected] of Object.entries(shape)) {
    const field = written.replace('?', '');
    const value = document[field];
    if (value === undefined && field !== written) continue;
    if (isName(expected)) {
      if (!is[expected](value)) return field;
    } else if (isTexts(expected)) {
      if (typeof value !== 'string' || !expected.includes(value)) return field;
    } else if (isObject(value)) {
      const wrong = wrongIn(expected, value);
      if (wrong !== undefined) return `${field}.${wrong}`;
    } else return field;
  }
  return undefined;
}

const isName = (expected: Shape[string]): expected is keyof typeof is => typeof expected === 'string';
const isTexts = (expected: Shape[string]): expected is readonly string[] => Array.isArray(expected);

const is = {
  text: (value: Json | undefined) => typeof value === 'string',
  number: (value: Json | undefined) => typeof value === 'number',
  list: isList,
  object: isObject,
} as const;
