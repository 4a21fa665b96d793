import { isIntrinsic } from '../../../../language/intrinsic.js';
import { isList, isObject, objectOr } from '../../../../language/json.js';
import type { Json, JsonObject } from '../../../../source/document.js';
import { TemplateError } from '../template-error.js';
import { functions, textOf } from './functions.js';
import { placeholder } from './placeholder.js';
import type { Scope } from './scope.js';

/** The value with its intrinsic functions done; undefined for `AWS::NoValue`. Throws a `TemplateError`. */
export function evaluate(value: Json, scope: Scope): Json | undefined {
  if (isList(value)) {
    return value.flatMap((item): Json[] => {
      const found = evaluate(item, scope);
      return found === undefined ? [] : [found];
    });
  }
  if (!isObject(value)) return value;
  if (isIntrinsic(value)) return call(Object.keys(value)[0]!, Object.values(value)[0]!, scope);
  return evaluateObject(value, scope);
}

/** An object whose entries are evaluated; those without a value are left out. */
export const evaluateObject = (object: JsonObject, scope: Scope): JsonObject =>
  Object.fromEntries(
    Object.entries(object).flatMap(([key, inner]): [string, Json][] => {
      const found = evaluate(inner, scope);
      return found === undefined ? [] : [[key, found]];
    }),
  );

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
function call(name: string, argument: Json, scope: Scope): Json | undefined {
  switch (name) {
    case 'Ref':
      return ref(String(argument), scope);
    case 'Fn::GetAtt': {
      const [id, ...attribute] = isList(argument) ? argument : String(argument).split('.');
      return attributeOf(String(id), evaluated(attribute, scope), scope);
    }
    case 'Fn::If': {
      const [condition, yes, no] = isList(argument) ? argument : [];
      const holds = scope.conditions.get(String(condition));
      if (holds === undefined) {
        throw new TemplateError(
          `Template format error: Unresolved condition dependency ${condition} in the Fn::If`,
        );
      }
      return evaluate((holds ? yes : no) ?? null, scope);
    }
    case 'Fn::Sub':
      return substitute(argument, scope);
    // What macros make is not known.
    case 'Fn::Transform':
      return placeholder('Transform', String(objectOr(argument).Name));
  }
  const done = functions[name];
  if (done === undefined)
    throw new TemplateError(`Template error: ${name} is no function that can stand here`);
  return done(evaluate(argument, scope) ?? null, scope);
}

const evaluated = (attribute: readonly Json[], scope: Scope): string =>
  attribute.map((part) => textOf(evaluate(part, scope), 'Fn::GetAtt')).join('.');

function ref(name: string, scope: Scope): Json | undefined {
  if (name === 'AWS::NoValue') return undefined;
  const found = Object.hasOwn(scope.values, name) ? scope.values[name] : scope.resource(name, undefined);
  if (found !== undefined) return found;
  throw new TemplateError(`Template format error: Unresolved resource dependencies [${name}]`);
}

function attributeOf(id: string, attribute: string, scope: Scope): Json {
  const found = scope.resource(id, attribute);
  if (found !== undefined) return found;
  throw new TemplateError(`Template format error: Unresolved resource dependencies [${id}]`);
}

const variable = /\$\{(!?)\s*([^{}]*?)\s*\}/g;

function substitute(argument: Json, scope: Scope): string {
  const [text, given] = isList(argument) ? argument : [argument];
  const own = evaluateObject(objectOr(given), scope);
  return textOf(text, 'Fn::Sub').replace(variable, (found, literal: string, name: string) => {
    if (literal !== '') return `\${${found.slice(3)}`;
    if (name === '') return found;
    if (Object.hasOwn(own, name)) return textOf(own[name], 'Fn::Sub');
    const dot = name.indexOf('.');
    const value = dot === -1 ? ref(name, scope) : attributeOf(name.slice(0, dot), name.slice(dot + 1), scope);
    return isList(value) ? value.join(',') : textOf(value, 'Fn::Sub');
  });
}
