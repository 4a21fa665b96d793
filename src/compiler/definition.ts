import { type Path, type Problem, problem } from '../diagnostics/problem.js';
import { isObject } from '../language/json.js';
import type { Plan, Scope, State } from '../language/plan.js';
import type { Document, JsonObject } from '../source/document.js';

/**
 * Whether a file is a definition of a state machine as Amazon's tools have it, by the ending they know it by. Nothing of a
 * plan is implied in it: it is checked as Step Functions takes it.
 */
export const isDefinition = (file: string): boolean => /\.asl\.(json|ya?ml)$/.test(file);

/** The definition with the header of a plan. */
export function asPlan(document: Document): Document {
  if (!isObject(document.value)) return document;
  const { Version: _, ...definition } = document.value;
  return { ...document, value: { Name: 'definition', Version: '1.0.0', ...definition } };
}

const fields = ['StartAt', 'States', 'Comment', 'Version', 'TimeoutSeconds', 'QueryLanguage'];

/** What a plan may leave out or have beside what a definition may: https://states-language.net/#structure-of-a-state-machine */
export function checkDefinition(plan: Plan, definition: JsonObject): readonly Problem[] {
  const { file } = plan.document;
  const unknown = Object.keys(definition)
    .filter((name) => !fields.includes(name) && name in plan.value)
    .map((name) =>
      problem('PLAN1003', { file, path: [name], on: 'key' }, { owner: 'a definition', names: [name] }),
    );
  const { Version: version = '1.0' } = definition;
  const wrongVersion =
    version === '1.0'
      ? []
      : problem(
          'PLAN1005',
          { file, path: ['Version'] },
          { name: 'Version', expected: '`"1.0"`, the version of the language', found: `\`${version}\`` },
        );
  return [
    unknown,
    wrongVersion,
    startOf(file, plan.machine),
    plan.states.map((state) => ofState(file, state)),
  ].flat(3);
}

const missing = (file: string, path: Path, owner: string, names: readonly string[]): Problem =>
  problem('PLAN1002', { file, path }, { owner, names });

function startOf(file: string, { path, value, owner }: Scope): readonly Problem[] {
  const what = owner === undefined ? 'a definition' : `a part of \`${owner.name}\``;
  return 'StartAt' in value ? [] : [missing(file, path, what, ['StartAt'])];
}

function ofState(file: string, { type, kind, value, path, inner, valid }: State): readonly Problem[] {
  if (kind === 'plancc') return [problem('PLAN1004', { file, path: [...path, 'Type'] }, { type })];
  const added = ['When', 'Otherwise']
    .filter((name) => name in value)
    .map((name) =>
      problem(
        'PLAN1003',
        { file, path: [...path, name], on: 'key' },
        { owner: `a \`${type}\` state`, names: [name] },
      ),
    );
  const leads = 'Next' in value || 'End' in value || ['Choice', 'Succeed', 'Fail'].includes(type);
  const nowhere = leads || !valid ? [] : [missing(file, path, `a \`${type}\` state`, ['Next', 'End'])];
  return [...added, ...nowhere, ...inner.flatMap((scope) => startOf(file, scope))];
}
