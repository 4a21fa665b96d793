import { isList, isObject, objectOr } from '../../../language/json.js';
import type { Json, JsonObject } from '../../../source/document.js';

const signs: { readonly [order: string]: string } = {
  Equals: '=',
  LessThan: '<',
  GreaterThan: '>',
  LessThanEquals: '≤',
  GreaterThanEquals: '≥',
  Matches: 'matches',
};
const comparison =
  /^(?:String|Numeric|Timestamp|Boolean)(Equals|LessThan|GreaterThan|LessThanEquals|GreaterThanEquals|Matches)(?:Path)?$/;

/** A rule of a Choice or a `When` in short words: `Environment = production and not LoadTest`. */
export function condition(rule: JsonObject): string {
  const { Variable, And, Or, Not, Condition } = rule;
  if (typeof Condition === 'string') return expression(Condition);
  if (Condition !== undefined) return words(Condition);
  if (isList(And)) return joined(And, ' and ');
  if (isList(Or)) return joined(Or, ' or ');
  if (isObject(Not)) return `not ${grouped(Not)}`;
  const subject = words(Variable);
  const [operator, value] =
    Object.entries(rule).find(([key]) => key !== 'Variable' && operators.test(key)) ?? [];
  if (operator === undefined || value === undefined) return subject;
  if (operator === 'BooleanEquals' && typeof value === 'boolean') return value ? subject : `not ${subject}`;
  const sign = signs[comparison.exec(operator)?.[1] ?? ''];
  if (sign !== undefined) return `${subject} ${sign} ${words(value)}`;
  const kind = operator.slice('Is'.length).toLowerCase();
  return `${subject} ${value === false ? 'is not' : 'is'} ${kind}`;
}
const operators = new RegExp(`${comparison.source}|^Is[A-Z][a-z]+$`);

/** A JSONata expression with the names of its references. */
const expression = (text: string): string =>
  oneLine(text.replace(reference, '$1')).replace(/^\{%\s*|\s*%\}$/g, '');

const joined = (rules: readonly Json[], word: string): string =>
  rules.map((rule) => grouped(objectOr(rule))).join(word);

/** In brackets where it is made of several. */
const grouped = (rule: JsonObject): string =>
  rule.And === undefined && rule.Or === undefined ? condition(rule) : `(${condition(rule)})`;

/** A value on one line: references and intrinsic functions by what they name. */
export function words(value: Json | undefined): string {
  if (typeof value === 'string') return oneLine(plainReferences(value));
  if (!isObject(value)) return value === undefined ? '' : JSON.stringify(value);
  const { Ref, 'Fn::Sub': sub, 'Fn::GetAtt': attribute } = value;
  if (typeof Ref === 'string') return Ref;
  if (isList(attribute)) return attribute.join('.');
  const text = isList(sub) ? sub[0] : sub;
  return typeof text === 'string' ? words(text) : JSON.stringify(value);
}

const reference = /\$\{\{\s*([^{}]*?)\s*\}\}/g;

/** `${{ Parameters.Regions }}` is `Parameters.Regions`, and in braces where it is a part of a text. */
const plainReferences = (text: string): string =>
  text.replace(/^\$\{\{\s*([^{}]*?)\s*\}\}$/, '$1').replace(reference, '{$1}');

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
