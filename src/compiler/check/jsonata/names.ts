import { arityOf, functionNames } from '../../../asl/jsonata/functions.js';
import type { Call, Found, Names } from '../../../asl/jsonata/names.js';
import { statesFields, unknownInContext } from '../../../asl/jsonata/states.js';
import type { Span } from '../../../asl/jsonata/tree.js';
import { type Place, type Problem, problem } from '../../../diagnostics/problem.js';
import { didYouMean, nearest } from '../../../diagnostics/suggest.js';
import { assignedBefore, readableVariables } from '../../flow/variables.js';
import type { Expression } from './expression.js';

const placeOf = ({ plan, path, offset }: Expression, [from, to]: Span): Place => ({
  file: plan.document.file,
  path,
  span: [from + offset, to + offset],
});

/** `$`, `$$` and names without `$` read a context, and Step Functions gives an expression none. */
export function checkName(expression: Expression, found: Names['context'][number]): readonly Problem[] {
  const { name, span } = found;
  return [problem('PLAN2053', placeOf(expression, span), { name }, { help: nameHelp(expression, found) })];
}

function nameHelp({ state }: Expression, { name, called }: Names['context'][number]): string {
  if (name.startsWith('$')) return 'write `$states.input` for the input of the state';
  if (called) {
    const meant = nearest(name, functionNames);
    return `names of functions start with \`$\`${meant === undefined ? '' : `: did you mean \`$${meant}\`?`}`;
  }
  if (name === 'states') return 'did you mean `$states`?';
  if (statesFields.includes(name)) return `did you mean \`$states.${name}\`?`;
  const variable = readableVariables(state).includes(name) ? `\`$${name}\` for the variable, or ` : '';
  const plain = /^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``;
  if (plain !== name)
    return "write `$states.input.` before it if it is a field of the input, or `'…'` for text";
  return `write ${variable}\`$states.input.${plain}\` if it is a field of the input, or \`'${plain}'\` for text`;
}

/** Paths that start at `$states`. */
export function checkStatesPath(
  expression: Expression,
  { variable, keys }: Names['paths'][number],
): readonly Problem[] {
  const [first, ...more] = keys;
  if (variable !== 'states' || first === undefined) return [];
  const { state, field } = expression;
  const top = field.path[0]!;
  const place = placeOf(expression, first.span);
  switch (first.name) {
    case 'input':
      return [];
    case 'errorOutput': {
      if (top === 'Catch') return [];
      const help = '`$states.errorOutput` is there in `Output` and `Assign` of a catcher';
      return [problem('PLAN2054', place, { field: first.name, where: whereOf(expression) }, { help })];
    }
    case 'result': {
      const gives = state.kind === 'plancc' || ['Task', 'Parallel', 'Map'].includes(state.type);
      if (gives && (top === 'Output' || top === 'Assign')) return [];
      const help = gives
        ? '`$states.result` is there in `Output` and `Assign` of the state itself'
        : 'only a Task, Parallel or Map has a result; `$states.input` is what the state before gave';
      return [problem('PLAN2054', place, { field: first.name, where: whereOf(expression) }, { help })];
    }
    case 'context':
      return contextPath(expression, more);
  }
  const help = didYouMean(first.name, statesFields, '`$states` has');
  return [problem('PLAN2055', place, { path: `$states.${first.name}` }, { help })];
}

function whereOf({ state, field: { path } }: Expression): string {
  if (path[0] === 'Catch') return 'a catcher';
  const gives = state.kind === 'plancc' || ['Task', 'Parallel', 'Map'].includes(state.type);
  const field = `\`${path.findLast((key) => typeof key === 'string')}\``;
  return gives ? field : `${field} of a ${state.type}`;
}

function contextPath(expression: Expression, keys: readonly Found[]): readonly Problem[] {
  const names = keys.map(({ name }) => name);
  const unknown = unknownInContext(names);
  if (unknown === undefined) return [];
  const { at, known } = unknown;
  const parent = ['$states.context', ...names.slice(0, at)].join('.');
  const help = didYouMean(names[at]!, known, `\`${parent}\` has`);
  const place = placeOf(expression, keys[at]!.span);
  return [problem('PLAN2055', place, { path: `${parent}.${names[at]}` }, { help })];
}

/** A function that is none, or that refuses its arguments by their number. */
export function checkFunction(expression: Expression, { name, span, given }: Call): readonly Problem[] {
  if (assignedBefore(expression.state, name).by.length > 0) return [];
  const place = placeOf(expression, span);
  const arity = arityOf(name);
  if (arity === undefined) {
    return [problem('PLAN2056', place, { name: `$${name}` }, { help: functionHelp(name) })];
  }
  const [least, most] = arity;
  if (given === undefined || (given >= least && given <= most)) return [];
  return [problem('PLAN2057', place, { name: `$${name}`, takes: taken(least, most), given })];
}

/** What functions are called elsewhere, and in JSONata. */
const otherNames: { readonly [name: string]: string } = {
  toUpper: '`$uppercase`',
  toLower: '`$lowercase`',
  concat: '`&` for texts, `$append` for lists',
  size: '`$count` for lists, `$length` for texts',
  len: '`$count` for lists, `$length` for texts',
  toString: '`$string`',
  toNumber: '`$number`',
  if: '`condition ? then : else`',
};

function functionHelp(name: string): string {
  if (name === 'eval') return 'Step Functions has no `$eval`: `$parse` makes a value of JSON text';
  const other = Object.hasOwn(otherNames, name) ? otherNames[name] : undefined;
  if (other !== undefined) return `in JSONata it is ${other}`;
  const meant = nearest(name, functionNames);
  return meant === undefined
    ? `define it in the expression, as in \`($${name} := function($x) { … }; …)\``
    : `did you mean \`$${meant}\`?`;
}

function taken(least: number, most: number): string {
  if (most === 0) return 'no arguments';
  if (most === Number.POSITIVE_INFINITY) return `at least ${counted(least)}`;
  if (least === most) return counted(most);
  return least === 0 ? `at most ${counted(most)}` : `${least} to ${most} arguments`;
}

const counted = (count: number): string => `${count} ${count === 1 ? 'argument' : 'arguments'}`;

/** A variable that nothing assigns before the state, or not on every way to it. */
export function checkVariable(expression: Expression, { name, span }: Found): readonly Problem[] {
  if (name === 'states') return [];
  const { state, plan } = expression;
  const { when, by } = assignedBefore(state, name);
  if (when === 'always' || (by.length === 0 && arityOf(name) !== undefined)) return [];
  const { file } = plan.document;
  const related = by
    .slice(0, 3)
    .map((one) => ({ place: { file, path: one.path, on: 'key' as const }, message: 'it is assigned here' }));
  const names = readableVariables(state).map((one) => `$${one}`);
  const help =
    when === 'sometimes'
      ? `assign it on every way to \`${state.name}\`, or ask with \`$exists($${name})\``
      : by.length > 0
        ? 'a state sees what the states before it have assigned'
        : name === '$'
          ? 'Step Functions gives an expression no document of its own: write `$states.input`'
          : didYouMean(`$${name}`, names, 'variables');
  return [problem('PLAN2059', placeOf(expression, span), { name: `$${name}`, when }, { help, related })];
}
