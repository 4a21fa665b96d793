import type { GivenParameter } from '../../cloudformation/given-parameters.js';
import type { Template } from '../../cloudformation/template.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import { wholeReference } from '../../language/text.js';

/** Parameters of the plan that a template hides (`NoEcho`), but that the plan would show in every execution. */
export function checkUnsecret(
  plan: Plan,
  { document, parameters }: Template,
  given: readonly GivenParameter[],
): readonly Problem[] {
  return given.flatMap(({ name, value, place }) => {
    const reference = typeof value === 'string' ? wholeReference(value) : undefined;
    const from =
      reference?.root === 'Parameters' ? plan.parameters.get(String(reference.parts[0]?.key)) : undefined;
    if (from === undefined || from.secret || parameters?.get(name)?.noEcho !== true) return [];
    const help = `give \`${from.name}\` \`Secret: true\`, with \`From: { Ssm: … }\` or \`From: { SecretsManager: … }\``;
    const related = [
      {
        place: { file: document.file, path: ['Parameters', name, 'NoEcho'], on: 'key' as const },
        message: `\`${name}\` is hidden here`,
      },
    ];
    return [problem('PLAN3018', place, { name, parameter: from.name }, { help, related })];
  });
}
