import { type Problem, problem } from '../../diagnostics/problem.js';
import { scopes } from '../../generated/validators.js';
import { isObject } from '../../language/json.js';
import type { Document } from '../../source/document.js';
import { explain } from './explain.js';
import { found } from './words.js';

/** How such a document begins. */
const first = {
  mocks: 'States: { <name of a state>: { Return: { … } } }',
  simulations: 'Cases: { <what it is about>: { Environment: dev } }',
  environments: '<name of an environment>: { Region: eu-west-1 }',
} as const;

/** Holds a document that stands beside plans against the schema of its kind. */
export function validateBeside(document: Document, kind: keyof typeof first): readonly Problem[] {
  const { value, file } = document;
  if (value === undefined) return [];
  if (!isObject(value)) {
    const help = `write \`${first[kind]}\``;
    return [problem('PLAN7063', { file }, { kind, found: found(value) }, { help })];
  }
  return scopes[kind](value) ? [] : explain({ document, kind, path: [], value }, scopes[kind].errors!);
}
