import { mostBytes } from '../../cloudformation/limits.js';
import { type Path, type Problem, problem, type Related } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import type { Json } from '../../source/document.js';
import type { Emitted } from '../emit/index.js';
import { checkTemplate, elsewhere, near } from './template.js';

// https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
const definitionLimit = 1_048_576;

const splitHelp =
  'split the plan into several distributions, or move states into a state machine of their own';

/** Sizes that AWS would refuse. */
export function checkLimits(plan: Plan, { template, definitionSize }: Emitted): readonly Problem[] {
  const { file } = plan.document;
  const states = { file, path: ['States'], on: 'key' as const };
  const machine = [...plan.machine.states].map(([name, { value }]) => [name, value] as const);
  if (definitionSize > definitionLimit) {
    const related = largest(machine, states);
    const values = { size: definitionSize, limit: definitionLimit };
    return [problem('PLAN5001', states, values, { help: splitHelp, related })];
  }
  const size = Buffer.byteLength(JSON.stringify(template));
  if (size <= mostBytes) {
    const close = [
      { what: 'characters in its definition', size: definitionSize, limit: definitionLimit },
      { what: 'bytes in its template', size, limit: mostBytes },
    ].filter((one) => one.size > near(one.limit));
    return [
      ...close.map((one) => problem('PLAN5107', states, one, { help: splitHelp })),
      ...checkTemplate(plan, template),
    ];
  }
  const values = { size, limit: mostBytes };
  if (JSON.stringify(plan.resources).length < size / 2) {
    return [problem('PLAN5002', states, values, { help: splitHelp, related: largest(machine, states) })];
  }
  const resources = { file, path: ['Resources'], on: 'key' as const };
  const related = largest(Object.entries(plan.resources), resources);
  return [problem('PLAN5002', resources, values, { help: elsewhere, related })];
}

/** Where most of the text is. */
const largest = (
  entries: readonly (readonly [name: string, value: Json])[],
  { file, path }: { readonly file: string; readonly path: Path },
): readonly Related[] =>
  entries
    .map(([name, value]) => ({ name, size: JSON.stringify(value).length }))
    .sort((a, b) => b.size - a.size)
    .slice(0, 3)
    .map(({ name, size }) => ({
      place: { file, path: [...path, name], on: 'key' },
      message: `\`${name}\` takes ${size.toLocaleString('en-US')} characters`,
    }));
