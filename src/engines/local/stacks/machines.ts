import { isObject, objectOr } from '../../../language/json.js';
import type { Json } from '../../../source/document.js';
import { type Resource, resourceValue } from './resources.js';
import type { StackPlace } from './stack-place.js';

/** A state machine of a stack, as Step Functions is given it. */
export interface Machine {
  readonly arn: string;
  readonly name: string;
  readonly definition: string;
}

/** The state machines among the resources of a stack; not those whose definition is an object of S3. */
export const machinesOf = (
  place: StackPlace,
  resources: { readonly [id: string]: Resource },
): readonly Machine[] =>
  Object.entries(resources).flatMap(([id, resource]): Machine[] => {
    if (resource.type !== 'AWS::StepFunctions::StateMachine') return [];
    const { DefinitionString, Definition, DefinitionSubstitutions } = resource.properties;
    const text =
      typeof DefinitionString === 'string'
        ? DefinitionString
        : isObject(Definition) && JSON.stringify(Definition);
    if (text === false) return [];
    const attribute = (name: string) => String(resourceValue(place, id, resource, name));
    return [
      {
        arn: attribute('Arn'),
        name: attribute('Name'),
        definition: substituted(text, DefinitionSubstitutions),
      },
    ];
  });

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html */
const substituted = (text: string, given: Json | undefined): string =>
  Object.entries(objectOr(given)).reduce(
    (done, [name, value]) => done.replaceAll(`\${${name}}`, () => String(value)),
    text,
  );
