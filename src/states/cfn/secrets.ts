import type { Path } from '../../diagnostics/problem.js';
import type { StateContext } from '../define.js';
import type { StackProperties } from './schema.js';

/** CloudFormation shows every value of a stack but those of parameters with `NoEcho`. */
export function stackAcceptsSecret(
  path: Path,
  { plan }: StateContext<StackProperties>,
  template: string,
): true | string {
  const name = String(path[1]);
  if (path[0] !== 'Parameters') {
    return 'in a stack only a parameter that the template declares `NoEcho: true` keeps it secret';
  }
  // An unknown parameter or template has been reported.
  const declared = plan.template(template)?.parameters?.get(name);
  if (declared === undefined || declared.noEcho) return true;
  return `${template} does not declare \`${name}\` with \`NoEcho: true\`, so CloudFormation would show it`;
}
