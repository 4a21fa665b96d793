import type { Emitted } from '../../compiler/emit/index.js';
import { localAccount, workerArn } from '../../engines/local/names.js';
import { evaluate } from '../../engines/local/stacks/evaluate/index.js';
import { placeholder } from '../../engines/local/stacks/evaluate/placeholder.js';
import type { Scope } from '../../engines/local/stacks/evaluate/scope.js';
import type { JsonObject } from '../../source/document.js';

/** The definition as CloudFormation would fill it in an environment; resources are readable texts, such as `<Topic>`. */
export function filledDefinition(
  { definition, substitutions }: Pick<Emitted, 'definition' | 'substitutions'>,
  environment: string,
): JsonObject {
  const scope: Scope = {
    values: {
      PlanccEnvironment: environment,
      PlanccWorkerArn: workerArn,
      'AWS::AccountId': localAccount,
      'AWS::Partition': 'aws',
      'AWS::Region': 'local',
      'AWS::StackName': placeholder('AWS', 'StackName'),
      'AWS::URLSuffix': 'amazonaws.com',
    },
    mappings: {},
    conditions: new Map(),
    resource: (id, attribute) => (attribute === undefined ? placeholder(id) : placeholder(id, attribute)),
    exported: placeholder,
  };
  const text = JSON.stringify(definition).replace(/\$\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(substitutions, name) ? evaluate(substitutions[name]!, scope) : undefined;
    return value === undefined ? whole : JSON.stringify(String(value)).slice(1, -1);
  });
  return JSON.parse(text);
}
