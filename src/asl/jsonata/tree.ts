/** A node of the tree that `jsonata` makes of an expression, as far as it is looked at. */
export interface Tree {
  readonly type: string;
  readonly value?: unknown;
  /** Behind the last character of the token it was made of. */
  readonly position?: number;
  readonly steps?: readonly Tree[];
  readonly stages?: readonly Tree[];
  readonly predicate?: readonly Tree[];
  readonly expr?: Tree;
  readonly group?: { readonly lhs: Pairs };
  readonly terms?: readonly { readonly expression: Tree }[];
  readonly lhs?: Tree | Pairs;
  readonly rhs?: Tree;
  readonly expression?: Tree;
  readonly expressions?: readonly Tree[];
  readonly procedure?: Tree;
  readonly arguments?: readonly Tree[];
  readonly body?: Tree;
  readonly condition?: Tree;
  readonly then?: Tree;
  readonly else?: Tree;
  readonly pattern?: Tree;
  readonly update?: Tree;
  readonly delete?: Tree;
  /** Variables that a step of a path binds: `@$item`, `#$index`. */
  readonly focus?: string;
  readonly index?: string;
}

/** Characters of a text. */
export type Span = readonly [from: number, to: number];

type Pairs = readonly (readonly [Tree, Tree])[];

interface Parts {
  /** Evaluated where the node itself is. */
  readonly here: readonly Tree[];
  /** Evaluated for what a step before has found: there `$` and names without `$` have a value. */
  readonly inside: readonly Tree[];
}

const isPairs = (side: Tree | Pairs): side is Pairs => Array.isArray(side);

const present = (nodes: readonly (Tree | undefined)[]): readonly Tree[] =>
  nodes.filter((node) => node !== undefined);

/** What a node consists of. A bound variable is no part: nothing is read there. */
export function partsOf(node: Tree): Parts {
  const { steps = [], stages = [], predicate = [], terms = [], group, lhs } = node;
  const sides = lhs === undefined || node.type === 'bind' ? [] : isPairs(lhs) ? lhs.flat() : [lhs];
  const parameters = node.type === 'lambda';
  return {
    here: present([
      ...steps.slice(0, 1),
      ...sides,
      node.rhs,
      node.expression,
      ...(node.expressions ?? []),
      node.procedure,
      ...(parameters ? [] : (node.arguments ?? [])),
      node.body,
      node.condition,
      node.then,
      node.else,
    ]),
    inside: present([
      ...steps.slice(1),
      ...[...stages, ...predicate].map(({ expr }) => expr),
      ...terms.map(({ expression }) => expression),
      ...(group?.lhs.flat() ?? []),
      node.pattern,
      node.update,
      node.delete,
    ]),
  };
}

/** The characters of the token that ends at a node's position: a name, a variable, or one of them in quotes. */
export function spanOf(text: string, end: number, value: string): Span {
  const last = text[end - 1] ?? '';
  if ('`"\''.includes(last)) return [Math.max(0, text.lastIndexOf(last, end - 2)), end];
  const start = Math.max(0, end - value.length);
  return [text[start - 1] === '$' ? start - 1 : start, end];
}

/** A node and all that is below it. */
export function nodesOf(node: Tree): readonly Tree[] {
  const found: Tree[] = [];
  const add = (one: Tree): void => {
    found.push(one);
    const { here, inside } = partsOf(one);
    for (const part of here) add(part);
    for (const part of inside) add(part);
  };
  add(node);
  return found;
}
