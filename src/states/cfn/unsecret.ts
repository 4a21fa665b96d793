import type { GivenParameter } from '../../cloudformation/given-parameters.js';
import type { Template } from '../../cloudformation/template.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { credentialIn } from '../../language/credentials.js';
import type { Plan } from '../../language/plan.js';
import { hasReference, wholeReference } from '../../language/text.js';
import type { Json } from '../../source/document.js';

const sources = '`From: { Ssm: … }` or `From: { SecretsManager: … }`';

/** Values of parameters that a template hides (`NoEcho`), but that the project or every execution would show. */
export function checkUnsecret(
  plan: Plan,
  { document, parameters }: Template,
  given: readonly GivenParameter[],
): readonly Problem[] {
  return given.flatMap(({ name, value, place }): readonly Problem[] => {
    if (parameters?.get(name)?.noEcho !== true) return [];
    const related = [
      {
        place: { file: document.file, path: ['Parameters', name, 'NoEcho'], on: 'key' as const },
        message: `\`${name}\` is hidden here`,
      },
    ];
    if (isWritten(name, value)) {
      const help = `make it a parameter of the plan with \`Secret: true\` and ${sources}, and replace the value where it is valid`;
      return [{ ...problem('PLAN3018', place, { name }, { help, related }), concealed: true }];
    }
    const reference = typeof value === 'string' ? wholeReference(value) : undefined;
    const from =
      reference?.root === 'Parameters' ? plan.parameters.get(String(reference.parts[0]?.key)) : undefined;
    if (from === undefined || from.secret) return [];
    const help = `give \`${from.name}\` \`Secret: true\`, with ${sources}`;
    return [problem('PLAN3018', place, { name, parameter: from.name }, { help, related })];
  });
}

/** Whether a value stands there as it is. What looks like a credential wherever it stands is told as that. */
function isWritten(name: string, value: Json): boolean {
  if (typeof value === 'number') return true;
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
  if (typeof value !== 'string' || value === '' || value.includes('{{resolve:')) return false;
  return !hasReference(value) && credentialIn(value, name) === undefined;
}
