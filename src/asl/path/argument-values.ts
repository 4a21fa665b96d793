import { nearest } from '../../diagnostics/suggest.js';
import type { Argument } from './syntax.js';

/** What a function takes in the place of what it is given, in words. */
export interface Wrong {
  readonly takes: string;
  readonly found: string;
  readonly help?: string | undefined;
}

type Rule = (argument: Argument, index: number, all: readonly Argument[]) => Wrong | undefined;

const algorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

/** Values that a function refuses though they are of its type: the documentation of each function says so. */
const rules: { readonly [name: string]: Rule } = {
  'States.Hash': (argument, index) => {
    if (index !== 1 || argument.kind !== 'text' || algorithms.includes(argument.value)) return undefined;
    const meant = nearest(argument.value, algorithms);
    const help = meant === undefined ? undefined : `did you mean \`${meant}\`?`;
    return { takes: `one of ${algorithms.join(', ')}`, found: `\`${argument.value}\``, help };
  },
  'States.JsonMerge': (argument) =>
    argument.kind === 'boolean' && argument.value
      ? { takes: '`false`, as it merges only the top level', found: '`true`' }
      : undefined,
  'States.Format': (argument, index, all) => {
    const given = all.length - 1;
    if (index !== 0 || argument.kind !== 'text' || argument.parts.length - 1 === given) return undefined;
    return {
      takes: 'a further argument for each `{}` of its text',
      found: `${given} for ${argument.parts.length - 1}`,
    };
  },
  'States.ArrayPartition': (argument) => below(argument, 1),
  'States.ArrayGetItem': (argument) => below(argument, 0),
  'States.ArrayRange': (argument, index, [from, to]) => {
    if (index !== 2 || argument.kind !== 'number') return undefined;
    if (argument.value === 0) return { takes: 'a step that is not 0', found: '0' };
    if (from?.kind !== 'number' || to?.kind !== 'number') return undefined;
    const length = Math.floor((to.value - from.value) / argument.value) + 1;
    return length > 1000 ? { takes: 'a range of at most 1000 items', found: `one of ${length}` } : undefined;
  },
};

const below = (argument: Argument, least: number): Wrong | undefined =>
  argument.kind === 'number' && argument.value < least
    ? { takes: `a number from ${least}`, found: `${argument.value}` }
    : undefined;

/** What is wrong with the value of an argument whose type is right. */
export const wrongValue = (
  name: string,
  argument: Argument,
  index: number,
  all: readonly Argument[],
): Wrong | undefined => (Object.hasOwn(rules, name) ? rules[name]!(argument, index, all) : undefined);
