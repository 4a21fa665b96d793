import { jsonPath } from '../../../asl/path/print.js';
import type { Related } from '../../../diagnostics/problem.js';
import { listed } from '../../../diagnostics/suggest.js';
import type { Plan, State } from '../../../language/plan.js';
import { type Part, referenceTo } from '../../../language/reference.js';
import { mergesOutput } from '../../managed.js';
import { producers } from '../../outputs.js';
import { type Finding, finding } from '../finding.js';

/** A state whose result is not in the payload, where references look for it. */
export function noOutput(plan: Plan, state: State, { span }: Part): Finding {
  const field = ['ResultPath', 'OutputPath', 'Output'].find((name) => state.value[name] !== undefined);
  const place = {
    file: plan.document.file,
    path: [...state.path, ...(field ? [field] : [])],
    on: 'key' as const,
  };
  const message = field === undefined ? `\`${state.name}\` is here` : `its \`${field}\` is here`;
  const related: readonly Related[] = [{ place, message }];
  return finding('PLAN4011', span, { name: state.name }, { help: helpFor(state), related });
}

function helpFor(state: State): string {
  const { name, kind, language, type, inner } = state;
  if (type === 'Parallel' && mergesOutput(state)) {
    const inside = inner.flatMap((branch) => producers([...branch.states.values()]));
    const names = inside.map((one) => `\`${referenceTo('States', one.name)}\``);
    return `refer to the states inside it: ${listed(names, 6)}`;
  }
  if (kind === 'plancc') return 'remove its `ResultPath`, or give it one such as `$.output.result`';
  if (['Choice', 'Succeed', 'Fail', 'Wait'].includes(type)) {
    return `a ${type} state gives no result; refer to the state before it that does`;
  }
  if (language === 'JSONata') return `keep it in a variable with \`Assign\`, or write the state in JSONPath`;
  return `give \`${name}\` a \`ResultPath\` under \`$.output\`, such as \`${jsonPath(['output', name])}\``;
}
