import { isList, objectOr } from '../../../../language/json.js';
import type { Json } from '../../../../source/document.js';
import { TemplateError } from '../template-error.js';
import { subnetsOf } from './cidr.js';
import { hasPlaceholder, partOf, placeholder, splitAround } from './placeholder.js';
import type { Scope } from './scope.js';

/** Functions whose arguments are evaluated before them: the argument of the function, and the scope. */
export const functions: { readonly [name: string]: (argument: Json, scope: Scope) => Json } = {
  'Fn::Base64': (text) => Buffer.from(textOf(text, 'Fn::Base64')).toString('base64'),
  'Fn::Cidr': (argument) => {
    const [block, count, bits = 8] = listOf(argument, 'Fn::Cidr');
    const text = textOf(block, 'Fn::Cidr');
    if (!hasPlaceholder(text)) return subnetsOf(text, Number(count), Number(bits));
    return Array.from({ length: Number(count) }, (_, index) => partOf(text, index));
  },
  'Fn::FindInMap': (argument, { mappings, values }) => {
    const [map, first, second, options] = listOf(argument, 'Fn::FindInMap');
    const [name, top, key] = [map, first, second].map((part) => textOf(part, 'Fn::FindInMap'));
    const found = objectOr(objectOr(mappings[name!])[top!])[key!] ?? objectOr(options).DefaultValue;
    if (found !== undefined) return found;
    // Maps by region know none of these.
    if (top === values['AWS::Region'] || hasPlaceholder(`${top}${key}`))
      return placeholder(name!, top!, key!);
    throw new TemplateError(`Template error: Unable to get mapping for ${name}::${top}::${key}`);
  },
  'Fn::GetAZs': (region, { values }) => {
    const name = region === '' ? values['AWS::Region'] : region;
    return ['a', 'b', 'c'].map((zone) => `${textOf(name, 'Fn::GetAZs')}${zone}`);
  },
  'Fn::ImportValue': (name, { exported }) => exported(textOf(name, 'Fn::ImportValue')),
  'Fn::Join': (argument) => {
    const [delimiter, items] = listOf(argument, 'Fn::Join');
    const by = textOf(delimiter, 'Fn::Join');
    return isList(items) ? items.map((item) => textOf(item, 'Fn::Join')).join(by) : textOf(items, 'Fn::Join');
  },
  'Fn::Length': (list) => (isList(list) ? list.length : partOf(textOf(list, 'Fn::Length'), 'Length')),
  'Fn::Select': (argument) => {
    const [index, items] = listOf(argument, 'Fn::Select');
    const at = Number(index);
    if (!isList(items)) return partOf(textOf(items, 'Fn::Select'), at);
    const found =
      items[at] ??
      items
        .map(String)
        .filter(hasPlaceholder)
        .map((text) => partOf(text, at))[0];
    if (found !== undefined) return found;
    throw new TemplateError(`Template error: Fn::Select cannot select nonexistent value at index ${at}`);
  },
  'Fn::Split': (argument) => {
    const [delimiter, text] = listOf(argument, 'Fn::Split');
    return splitAround(textOf(text, 'Fn::Split'), textOf(delimiter, 'Fn::Split'));
  },
  'Fn::ToJsonString': (value) => JSON.stringify(value),
};

function listOf(argument: Json, name: string): readonly (Json | undefined)[] {
  if (isList(argument)) return argument;
  throw new TemplateError(`Template error: every ${name} object requires a list of arguments`);
}

export function textOf(value: Json | undefined, name: string): string {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return String(value);
  const given = value === undefined ? 'nothing' : JSON.stringify(value);
  throw new TemplateError(`Template error: ${name} takes text, and is given ${given}`);
}
