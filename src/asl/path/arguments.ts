import { type Wrong, wrongValue } from './argument-values.js';
import { functions, type Kind, kindWords, type Signature } from './functions.js';
import type { Argument, Call, Span } from './syntax.js';

/** What is wrong with a call that is well-formed. */
export type Mistake = { readonly span: Span; readonly function: string } & (
  | { readonly kind: 'unknown' }
  | { readonly kind: 'count'; readonly takes: string; readonly found: number }
  | ({ readonly kind: 'argument' } & Wrong)
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

function wrongArgument(call: Call, wanted: Kind, argument: Argument, index: number): Wrong | undefined {
  const kind = kindOf(argument);
  if (wanted !== 'anything' && kind !== 'anything' && kind !== wanted) {
    const found = kind === 'null' ? '`null`' : kindWords[kind];
    const isPath = argument.kind === 'text' && argument.value.startsWith('$');
    const help = isPath ? `write \`${argument.value}\` without quotes` : undefined;
    return { takes: kindWords[wanted], found, help };
  }
  return wrongValue(call.name, argument, index, call.arguments);
}
