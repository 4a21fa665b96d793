import parse from './parser.cjs';
import { nodesOf, type Span, spanOf, type Tree } from './tree.js';

/** Why an expression cannot be read. */
export interface Refused {
  /** The words of `jsonata`, which Step Functions repeats. */
  readonly reason: string;
  /** Characters of the expression. */
  readonly span: Span;
  readonly help: string | undefined;
}

/**
 * Reads an expression as JSONata 2.0.6, which is what Step Functions runs; undefined when that cannot be said:
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
export function readExpression(text: string): { readonly tree: Tree } | Refused | undefined {
  const { tree, refusal } = parse(text);
  if (tree !== undefined) return laterOperator(tree, text) ?? { tree };
  if (refusal === undefined) return undefined;
  const { code, message, position = text.length, token, value } = refusal;
  const span = refusedSpan(text, code, position, String(token ?? value ?? ''));
  return { reason: message, span, help: helpFor(text, span) };
}

/** `??` and `?:` came with 2.1: in 2.0.6 their second character is an operator without a left side. */
function laterOperator(tree: Tree, text: string): Refused | undefined {
  if (!/\?[?:]/.test(text)) return undefined;
  const at = nodesOf(tree)
    .filter(
      ({ type, position = 0 }) => type === 'condition' && /^\?[?:]$/.test(text.slice(position - 2, position)),
    )
    .map(({ position = 0 }) => position - 2)
    .sort((a, b) => a - b)[0];
  if (at === undefined) return undefined;
  const span: Span = [at, at + 2];
  const reason = `The symbol "${text[at + 1]}" cannot be used as a unary operator`;
  return { reason, span, help: helpFor(text, span) };
}

function refusedSpan(text: string, code: string, position: number, token: string): Span {
  switch (code) {
    // Behind the end there is nothing to point at.
    case 'S0203':
    case 'S0207': {
      const end = text.trimEnd().length;
      return end === 0 ? [0, text.length] : [end - 1, end];
    }
    case 'S0101':
    case 'S0105':
      return [openQuote(text), text.length];
    case 'S0102':
      return [position, position + token.length];
    case 'S0103':
    case 'S0104':
      return [position - 1, Math.min(position + 1, text.length)];
    case 'S0106':
      return [position, position + 2];
    case 'S0217':
    case 'S0302':
      return [0, text.length];
    default:
      return spanOf(text, position, token === '' ? ' ' : token);
  }
}

/** Where the string begins that the text ends in. */
function openQuote(text: string): number {
  let open: number | undefined;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (open === undefined) {
      if ('"\'`'.includes(character)) open = at;
    } else if (character === text[open]) open = undefined;
    else if (character === '\\' && text[open] !== '`') at++;
  }
  return open ?? 0;
}

/** What other languages write, and JSONata. */
const habits: readonly (readonly [RegExp, string])[] = [
  [/\?\?/, 'Step Functions runs JSONata 2.0.6, which has no `??`: write `$exists(a) ? a : b` for `a ?? b`'],
  [/\?:/, 'Step Functions runs JSONata 2.0.6, which has no `?:`: write `a ? a : b` for `a ?: b`'],
  [/==/, 'write one `=` to compare'],
  [/&&/, 'write `and`'],
  [/\|\|/, 'write `or`'],
  [/!(?!=)/, 'write `$not(…)`'],
  [/=>/, 'write a function as `function($x) { … }`'],
];

function helpFor(text: string, [start, end]: Span): string | undefined {
  const around = text.slice(Math.max(0, start - 1), end + 1);
  return habits.find(([written]) => written.test(around))?.[1];
}
