import type { Path } from '../../diagnostics/problem.js';
import type { SecretRefusal, StateContext } from '../define.js';
import type { StackProperties } from './schema.js';

/** CloudFormation shows every value of a stack but those of parameters with `NoEcho`. */
export function stackAcceptsSecret(
  path: Path,
  { plan }: StateContext<StackProperties>,
  template: string,
): true | SecretRefusal {
  const name = String(path[1]);
  if (path[0] !== 'Parameters') {
    const reason = 'CloudFormation shows all of a stack but parameters with `NoEcho: true`';
    return {
      reason,
      help: `pass it in \`Parameters\`, to one that ${template} declares with \`NoEcho: true\``,
    };
  }
  // An unknown parameter or template has been reported.
  const declared = plan.template(template)?.parameters?.get(name);
  if (declared === undefined || declared.noEcho) return true;
  const place = { file: template, path: declared.path, on: 'key' as const };
  return {
    reason: `CloudFormation would show it, because ${template} declares \`${name}\` without \`NoEcho: true\``,
    help: `add \`NoEcho: true\` to \`${name}\` in ${template}`,
    related: [{ place, message: `\`${name}\` is declared here` }],
  };
}
