import type { Path } from '../../diagnostics/problem.js';
import { isList } from '../../language/json.js';
import type { Schema } from '../../language/schema.js';
import { propertiesOf } from './properties.js';
import { planccType, type Subject } from './subject.js';

/** How fields may be written that are not properties of a state of plancc's. */
export const examples: { readonly [name: string]: string } = {
  Ssm: '/webshop/domain',
  Output: 'VpcId',
  Seconds: '60',
  Variable: '"${{ Environment }}"',
  Distribution: 'network',
  Key: 'network/outputs.json',
  Resource: 'arn:aws:states:::sns:publish',
  ErrorEquals: '[States.ALL]',
  Error: 'States.TaskFailed',
  Return: '{ … }',
  Branches: '[{ States: { … } }]',
  ItemProcessor: '{ States: { … } }',
  Choices: '[{ Variable: …, StringEquals: …, Next: … }]',
};

/** How a field may be written; a property of a state of plancc's as its schema shows it. */
export function exampleOf(subject: Subject, at: Path, name: string): string | undefined {
  const ofProperties = at.length === 1 && at[0] === 'Properties' ? planccType(subject) : undefined;
  if (ofProperties === undefined) return Object.hasOwn(examples, name) ? examples[name] : undefined;
  const schema = propertiesOf(ofProperties)[name] as Schema | undefined;
  const example: unknown = (schema?.examples as readonly unknown[] | undefined)?.[0];
  if (isList(example)) return `[${example.join(', ')}]`;
  return typeof example === 'string' ? example : undefined;
}
