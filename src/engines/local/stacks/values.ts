import { objectOr } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';
import { placeholder } from './evaluate/placeholder.js';
import { isListType, itemsOf } from './parameters.js';
import { type StackPlace, stackArn } from './stack-place.js';

type Texts = { readonly [name: string]: string };

/** What `Ref` gives of pseudo parameters, and of parameters with these texts. */
export const valuesOf = (
  place: StackPlace,
  declared: JsonObject,
  parameters: Texts,
): { readonly [name: string]: Json } => ({
  ...pseudoParameters(place),
  ...Object.fromEntries(
    Object.entries(parameters).map(([name, text]) => [
      name,
      parameterValue(name, String(objectOr(declared[name]).Type), text),
    ]),
  ),
});

/** The texts, with others in the place of those that nobody may see. */
export const withoutHidden = (
  texts: Texts,
  isHidden: (name: string) => boolean,
  instead: (name: string) => string,
): Texts =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, isHidden(name) ? instead(name) : text]),
  );

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
