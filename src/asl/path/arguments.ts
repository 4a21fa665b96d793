import { functions, type Kind, kindWords, type Signature } from './functions.js';
import type { Argument, Call, Span } from './syntax.js';

/** What is wrong with a call that is well-formed. */
export type Mistake = { readonly span: Span; readonly function: string } & (
  | { readonly kind: 'unknown' }
  | { readonly kind: 'count'; readonly takes: string; readonly found: number }
  | { readonly kind: 'argument'; readonly takes: string; readonly found: string; readonly help?: string }
);

/** Mistakes of a call and of those among its arguments that fail for certain when the call is evaluated. */
export function mistakesOf(call: Call): readonly Mistake[] {
  const inner = call.arguments.flatMap((argument) => (argument.kind === 'call' ? mistakesOf(argument) : []));
  const signature = Object.hasOwn(functions, call.name) ? functions[call.name] : undefined;
  if (signature === undefined)
    return [{ kind: 'unknown', span: call.nameSpan, function: call.name }, ...inner];
  const { length } = call.arguments;
  const most = signature.takes.length;
  if (length < most - (signature.optional ?? 0) || (length > most && !signature.open)) {
    const values = { span: call.span, function: call.name, takes: howMany(signature), found: length };
    return [{ kind: 'count', ...values }, ...inner];
  }
  const wrong = call.arguments.flatMap((argument, index): readonly Mistake[] => {
    const found = wrongArgument(call, signature.takes[index] ?? 'anything', argument, index);
    return found === undefined
      ? []
      : [{ kind: 'argument', span: argument.span, function: call.name, ...found }];
  });
  return [...wrong, ...inner];
}

function howMany({ takes, optional = 0, open }: Signature): string {
  const most = takes.length;
  if (open) return `at least ${most} argument${most === 1 ? '' : 's'}`;
  if (most === 0) return 'no arguments';
  return `${optional > 0 ? `${most - optional} or ` : ''}${most} argument${most === 1 ? '' : 's'}`;
}

/** What an argument is for certain; a path may find anything. */
function kindOf(argument: Argument): Kind | 'null' {
  switch (argument.kind) {
    case 'path':
      return 'anything';
    case 'call':
      return Object.hasOwn(functions, argument.name) ? functions[argument.name]!.gives : 'anything';
    default:
      return argument.kind;
  }
}

type Wrong = Pick<Extract<Mistake, { kind: 'argument' }>, 'takes' | 'found' | 'help'>;

function wrongArgument(call: Call, wanted: Kind, argument: Argument, index: number): Wrong | undefined {
  const kind = kindOf(argument);
  if (wanted !== 'anything' && kind !== 'anything' && kind !== wanted) {
    const found = kind === 'null' ? '`null`' : kindWords[kind];
    const help = argument.kind === 'text' && /^\$/.test(argument.value);
    return {
      takes: kindWords[wanted],
      found,
      ...(help && { help: `write \`${(argument as { value: string }).value}\` without quotes` }),
    };
  }
  return wrongValue(call, argument, index);
}

const algorithms = ['MD5', 'SHA-1', 'SHA-256', 'SHA-384', 'SHA-512'];

function wrongValue(call: Call, argument: Argument, index: number): Wrong | undefined {
  const { name, arguments: all } = call;
  if (
    name === 'States.Hash' &&
    index === 1 &&
    argument.kind === 'text' &&
    !algorithms.includes(argument.value)
  )
    return { takes: `one of ${algorithms.join(', ')}`, found: `\`${argument.value}\`` };
  if (name === 'States.JsonMerge' && argument.kind === 'boolean' && argument.value)
    return { takes: '`false`, as it merges only the top level', found: '`true`' };
  if (name === 'States.Format' && index === 0 && argument.kind === 'text' && argument.gaps !== all.length - 1)
    return {
      takes: `a \`{}\` for each of the ${all.length - 1} other arguments`,
      found: `a text with ${argument.gaps} of them`,
    };
  if (argument.kind !== 'number') return undefined;
  if (name === 'States.ArrayPartition' && argument.value <= 0)
    return { takes: 'a number above 0', found: `${argument.value}` };
  if (name === 'States.ArrayGetItem' && argument.value < 0)
    return { takes: 'a number from 0', found: `${argument.value}` };
  if (name === 'States.ArrayRange' && index === 2) return wrongRange(all, argument.value);
  return undefined;
}

/** "the newly generated array can't contain more than 1000 items", as the documentation of the function says. */
function wrongRange(all: readonly Argument[], step: number): Wrong | undefined {
  if (step === 0) return { takes: 'a step that is not 0', found: '0' };
  const [from, to] = all;
  if (from?.kind !== 'number' || to?.kind !== 'number') return undefined;
  const length = Math.floor((to.value - from.value) / step) + 1;
  return length > 1000 ? { takes: 'a range of at most 1000 items', found: `one of ${length}` } : undefined;
}
