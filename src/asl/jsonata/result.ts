import type { Tree } from './tree.js';

export type Kind = 'text' | 'number' | 'boolean' | 'null' | 'list' | 'object' | 'function';

const ofOperators: { readonly [operator: string]: Kind } = {
  '&': 'text',
  '+': 'number',
  '-': 'number',
  '*': 'number',
  '/': 'number',
  '%': 'number',
  '=': 'boolean',
  '!=': 'boolean',
  '<': 'boolean',
  '<=': 'boolean',
  '>': 'boolean',
  '>=': 'boolean',
  and: 'boolean',
  or: 'boolean',
  in: 'boolean',
};

/** What an expression gives if it gives anything, where that can be seen in it without knowing any data. */
export function kindOf(node: Tree): Kind | undefined {
  if (node.predicate !== undefined || node.group !== undefined) return undefined;
  switch (node.type) {
    case 'string':
      return 'text';
    case 'number':
      return 'number';
    case 'value':
      return node.value === null ? 'null' : 'boolean';
    case 'lambda':
    case 'regex':
    case 'partial':
      return 'function';
    case 'binary':
      return ofOperators[String(node.value)];
    case 'unary':
      return node.value === '[' ? 'list' : node.value === '{' ? 'object' : 'number';
    case 'block':
      return node.expressions?.length ? kindOf(node.expressions.at(-1)!) : undefined;
    case 'bind':
      return kindOf(node.rhs!);
    case 'condition': {
      const kind = kindOf(node.then!);
      // Without `else` it may give nothing.
      return node.else === undefined || kindOf(node.else) === kind ? kind : undefined;
    }
    default:
      return undefined;
  }
}
