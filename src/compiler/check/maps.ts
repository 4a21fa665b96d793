import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import { passesPayload } from '../managed.js';

const sources = ['ItemsPath', 'Items', 'ItemReader', 'InputPath'];

/** A Map into which the payload is passed says what it iterates over: the payload itself is no list. */
export function checkMaps(plan: Plan): readonly Problem[] {
  const list = [...plan.parameters.values()].find(({ type }) => type === 'List')?.name ?? 'Regions';
  return plan.states.flatMap((state) => {
    if (!passesPayload(state) || sources.some((field) => state.value[field] !== undefined)) return [];
    const field = state.language === 'JSONata' ? 'Items' : 'ItemsPath';
    const help = `give it \`${field}\`, such as \`${field}: \${{ Parameters.${list} }}\``;
    const place = { file: plan.document.file, path: state.path, on: 'key' as const };
    return [problem('PLAN4021', place, { state: state.name, field }, { help })];
  });
}
