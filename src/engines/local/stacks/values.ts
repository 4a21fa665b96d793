import { objectOr } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { placeholder } from './evaluate/placeholder.js';
import { isHidden, isListType, itemsOf } from './parameters.js';
import { type StackPlace, stackArn } from './stack-place.js';

/**
 * What `Ref` gives of parameters and pseudo parameters. `given` are the texts of the parameters; `hidden` says what
 * stands in the place of those that the template hides.
 */
export const valuesOf = (
  place: StackPlace,
  declared: JsonObject,
  given: { readonly [name: string]: string },
  hidden: (name: string) => string,
): { readonly [name: string]: Json } => ({
  ...pseudoParameters(place),
  ...Object.fromEntries(
    Object.entries(given).map(([name, value]): [string, Json] => {
      const shown = isHidden(declared[name]) ? hidden(name) : value;
      return [name, parameterValue(name, String(objectOr(declared[name]).Type), shown)];
    }),
  ),
});

function parameterValue(name: string, type: string, text: string): Json {
  // Only AWS knows what the Parameter Store holds.
  const value = type.startsWith('AWS::SSM::Parameter::Value') ? placeholder(name) : text;
  return isListType(type) ? itemsOf(value) : value;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html */
const pseudoParameters = (place: StackPlace): { readonly [name: string]: Json } => ({
  'AWS::AccountId': place.account,
  'AWS::NotificationARNs': [],
  'AWS::Partition': 'aws',
  'AWS::Region': place.region,
  'AWS::StackId': stackArn(place),
  'AWS::StackName': place.name,
  'AWS::URLSuffix': 'amazonaws.com',
});
