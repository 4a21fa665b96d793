import type { Plan } from '../../../language/plan.js';
import { referenceTo } from '../../../language/reference.js';
import { fields } from '../roots.js';

/** What else in the plan has a name, as a suggestion; undefined when nothing has. `except` is the root it is not under. */
export function otherwiseNamed(plan: Plan, name: string, except: string): string | undefined {
  const kinds: readonly (readonly [root: string, what: string, there: boolean])[] = [
    ['States', 'a state', plan.machine.states.has(name)],
    ['Parameters', 'a parameter', plan.parameters.has(name)],
    ['Dependencies', 'a dependency', plan.dependencies.has(name)],
    ['Distribution', 'a field of the distribution', fields.Distribution!.includes(name)],
  ];
  if (name === 'Environment') return 'the name of the environment is `Environment` alone';
  const found = kinds.find(([root, , there]) => there && root !== except);
  return found && `\`${name}\` is ${found[1]}: \`${referenceTo(found[0], name)}\``;
}
