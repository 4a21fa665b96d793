import { ownParameterIds } from '../../cloudformation/parameters.js';
import { isObject } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import { arnAttribute, givesArn } from './refs.js';
import { pointedAt, type Surroundings } from './surroundings.js';
import { literalOf, onlyValue, selected, split, type Text, toValue, unknown } from './text.js';

const partition = { Ref: 'AWS::Partition' };
const region = { Ref: 'AWS::Region' };
const account = { Ref: 'AWS::AccountId' };

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html: not all ARNs have a region and an account. */
const places: readonly (readonly [RegExp, Text])[] = [
  [/^(s3|route53):/, ['::']],
  [/^(iam|cloudfront):/, [':', account, ':']],
  [/^bedrock:foundation-model/, [region, '::']],
];
const here: Text = [region, ':', account, ':'];

/**
 * An ARN in the account and region of the plan, after a pattern such as `dynamodb:table/*`: names take the place of the
 * stars in their order, stars without a name stay.
 */
export function arn(pattern: string, ...names: readonly Text[]): Text {
  const colon = pattern.indexOf(':') + 1;
  const place = places.find(([services]) => services.test(pattern))?.[1] ?? here;
  const stars = pattern.slice(colon).split('*');
  const resource = stars.flatMap((literal, index): Text => {
    const name = index < stars.length - 1 ? (names[index] ?? unknown) : [];
    return [literal, ...name];
  });
  return [
    'arn:',
    partition,
    `:${pattern.slice(0, colon)}`,
    ...place,
    ...resource.filter((part) => part !== ''),
  ];
}

/** An ARN with all its parts, or one that CloudFormation will give. */
const isWhole = (text: Text): boolean =>
  isObject(text[0]) || /^arn:[^:]+:[^:]+:[^:]*:[^:]*:./.test(literalOf(text));

/** What is known of an ARN that was given; where that is not enough, any of the pattern. */
export function givenArn(text: Text | undefined, pattern: string): Text {
  return text !== undefined && isWhole(text) ? text : arn(pattern);
}

/** The ARN of what is given by its name or by its ARN; any of the pattern when neither is known. */
export function namedArn(plan: Surroundings, text: Text | undefined, pattern: string): Text {
  const [first] = text ?? unknown;
  if (text === undefined || first === undefined) return arn(pattern);
  if (typeof first === 'string')
    return first.startsWith('arn:') ? givenArn(text, pattern) : arn(pattern, text);
  const only = onlyValue(text);
  const form = formOf(plan, first);
  if (form === 'arn') return text;
  if (form === 'name') return (only && exactArn(plan, only)) ?? arn(pattern, text);
  return only === undefined ? arn(pattern, text) : arn(pattern, [eitherName(only, pattern)]);
}

function formOf(plan: Surroundings, value: JsonObject): 'arn' | 'name' | 'either' {
  const { id, attribute, type } = pointedAt(plan, value);
  if (attribute !== undefined) return attribute.endsWith('Arn') ? 'arn' : 'name';
  if (id.startsWith('AWS::') || id === ownParameterIds.environment) return 'name';
  if (type === undefined) return 'either';
  return givesArn.has(String(type)) ? 'arn' : 'name';
}

/** By name and account alone a role with a path, say, would not be found. */
function exactArn(plan: Surroundings, value: JsonObject): Text | undefined {
  const { id, attribute, type } = pointedAt(plan, value);
  const hasOne = attribute === undefined && arnAttribute.has(String(type));
  return hasOne ? [{ 'Fn::GetAtt': [id, 'Arn'] }] : undefined;
}

/**
 * The name in what may be a name or an ARN. Written twice around what stands before the name in the ARN, the second
 * piece is the name either way.
 */
function eitherName(value: JsonObject, pattern: string): JsonObject {
  const before = pattern.slice(pattern.indexOf(':'), pattern.indexOf('*'));
  return selected(1, before, [value, before, value]);
}

/** A part of an ARN by its place, 1 the partition and 5 the resource; undefined when it is not known. */
export function partOfArn(text: Text, index: number): Text | undefined {
  const only = onlyValue(text);
  if (only !== undefined) return [selected(index, ':', text)];
  return literalOf(text).startsWith('arn:') ? split(text, ':')[index] : undefined;
}

/**
 * The ARN of a definition with revisions, and without its revision the ARNs of all: the latest is taken, whichever that
 * is by then.
 */
export function revisionsOf(arn: Text): readonly Json[] {
  const last = arn.at(-1)!;
  if (typeof last !== 'string') return [toValue(arn.length === 1 ? arn : [...arn, '*'])];
  const definition = literalOf(arn).split('/').at(-1)!;
  const hasRevision = definition === '*' || definition.includes(':');
  return hasRevision ? [toValue(arn)] : [toValue(arn), toValue([...arn, ':*'])];
}

export const arnValue = (pattern: string, ...names: readonly Text[]): Json => toValue(arn(pattern, ...names));
