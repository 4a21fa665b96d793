import { nearest, suggestion } from '../../../diagnostics/suggest.js';
import type { Plan } from '../../../language/plan.js';
import type { Reference } from '../../../language/reference.js';
import { type Finding, finding } from '../finding.js';
import { roots } from '../roots.js';
import { otherwiseNamed } from './otherwise-named.js';

/** How other tools start such expressions (GitHub Actions, Terraform, Jinja), and what there is instead. */
const habits: readonly (readonly [names: readonly string[], help: string])[] = [
  [
    ['steps', 'needs', 'jobs', 'job', 'tasks', 'outputs', 'stages'],
    'outputs of a state are `States.<name>.<output>`',
  ],
  [
    ['env', 'stage', 'environ'],
    'the name of the environment is `Environment`; a value of your own is a parameter, `Parameters.<name>`',
  ],
  [
    ['inputs', 'input', 'vars', 'var', 'variables', 'params', 'values', 'config', 'local', 'locals'],
    'a value of your own is a parameter: `Parameters.<name>`',
  ],
  [
    ['secrets', 'secret', 'ssm', 'secretsmanager'],
    'a secret is a parameter with `Secret: true`: `Parameters.<name>`',
  ],
  [
    ['github', 'git', 'build', 'package', 'release'],
    'what is deployed is `Distribution.Name`, `Distribution.Version` or `Distribution.Id`',
  ],
  [
    ['plan', 'execution', 'run', 'context'],
    'this deployment is `Deployment.Id`, begun at `Deployment.StartedAt`',
  ],
  [
    ['matrix', 'each', 'map', 'loop'],
    'in the states inside a Map, `Item` is the item and `Index` its number',
  ],
  [
    ['aws', 'resources', 'runners'],
    'values of AWS and of resources come by CloudFormation functions, such as `!Ref AWS::Region` or `!GetAtt JobRole.Arn`',
  ],
];

/** A reference that starts with something there is not. */
export function unknownRoot(plan: Plan, { root, span }: Reference): Finding {
  const habit = habits.find(([names]) => names.includes(root.toLowerCase()))?.[1];
  const other = nearest(root, roots) === undefined ? (otherwiseNamed(plan, root, '') ?? habit) : undefined;
  const extra = other === undefined ? suggestion(root, roots, 'a reference starts with') : { help: other };
  return finding('PLAN4006', [span[0], span[0] + root.length], { name: root }, extra);
}
