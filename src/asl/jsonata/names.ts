import { partsOf, type Span, spanOf, type Tree } from './tree.js';

/** A name in an expression, and which characters of its text it is. */
export interface Found {
  readonly name: string;
  readonly span: Span;
}

export interface Call extends Found {
  /** How many arguments it is given; undefined when that is not written. */
  readonly given: number | undefined;
}

/** The names an expression uses that are not its own. */
export interface Names {
  /**
   * What is read of a context that is not there: `phone`, `$` and `$$`. Only the first step of a path, and what stands
   * in no filter, order or grouping, is read there; the body of a function is.
   */
  readonly context: readonly (Found & { readonly called: boolean })[];
  /** Without `$`; `$$` inside a path or filter is the variable `$`. */
  readonly variables: readonly Found[];
  readonly calls: readonly Call[];
  /** Paths that start at a variable: `$states.input.order`, as far as their steps are names. */
  readonly paths: readonly { readonly variable: string; readonly keys: readonly Found[] }[];
}

interface Scope {
  readonly names: ReadonlySet<string>;
  readonly outer: Scope | undefined;
}

/** What becomes of a value: it is read, called with so many arguments, filled in (`$f(?)`), or given what stands before `~>`. */
type Role = 'read' | number | 'filled' | 'applied';

/** The names an expression uses; `text` is what its tree was made of. */
export function namesIn(tree: Tree, text: string): Names {
  const context: Names['context'][number][] = [];
  const variables: Found[] = [];
  const calls: Call[] = [];
  const paths: Names['paths'][number][] = [];
  const found = ({ position = 0 }: Tree, name: string): Found => ({
    name,
    span: spanOf(text, position, name),
  });

  const visit = (node: Tree, outer: Scope, isTop: boolean, role: Role): void => {
    const scope = scopeOf(node, outer);
    if (node.type === 'name' && isTop)
      context.push({ ...found(node, String(node.value)), called: role !== 'read' });
    if (node.type === 'variable') variable(node, scope, isTop, role);
    if (node.type === 'path') path(node, scope);
    const { here, inside } = partsOf(node);
    for (const part of here) visit(part, scope, isTop, roleIn(node, part, role));
    for (const part of inside) visit(part, scope, false, 'read');
  };
  const variable = (node: Tree, scope: Scope, isTop: boolean, role: Role): void => {
    const name = String(node.value);
    if (name === '' || name === '$') {
      if (isTop) context.push({ ...found(node, `$${name}`), called: role !== 'read' });
      else if (name === '$') variables.push(found(node, name));
      return;
    }
    if (isBound(scope, name)) return;
    if (role === 'read') variables.push(found(node, name));
    else calls.push({ ...found(node, name), given: typeof role === 'number' ? role : undefined });
  };
  const path = ({ steps = [] }: Tree, scope: Scope): void => {
    const [first, ...more] = steps;
    if (first?.type !== 'variable' || isBound(scope, String(first.value))) return;
    const end = more.findIndex((step) => step.type !== 'name');
    const keys = (end === -1 ? more : more.slice(0, end)).map((key) => found(key, String(key.value)));
    paths.push({ variable: String(first.value), keys });
  };

  visit(tree, { names: bindings(tree), outer: undefined }, true, 'read');
  return { context, variables, calls, paths };
}

function roleIn(node: Tree, part: Tree, role: Role): Role {
  if (part === node.procedure) {
    if (node.type === 'partial') return 'filled';
    return (node.arguments ?? []).length + (role === 'applied' ? 1 : 0);
  }
  if (node.type === 'apply' && part === node.rhs) return 'applied';
  return node.type === 'path' && node.steps!.length === 1 ? role : 'read';
}

const isBound = (scope: Scope | undefined, name: string): boolean =>
  scope !== undefined && (scope.names.has(name) || isBound(scope.outer, name));

/** Blocks, functions and paths have variables of their own. */
function scopeOf(node: Tree, outer: Scope): Scope {
  switch (node.type) {
    case 'lambda': {
      const parameters = (node.arguments ?? []).map(({ value }) => String(value));
      return { names: new Set([...parameters, ...bindings(node)]), outer };
    }
    case 'block':
      return { names: bindings(node), outer };
    case 'path':
      return { names: new Set(node.steps!.flatMap(boundByStep)), outer };
    default:
      return outer;
  }
}

/** `@$item` and `#$index`, also behind a filter. */
const boundByStep = ({ focus, index, stages = [] }: Tree): readonly string[] => {
  const behind = stages.filter(({ type }) => type === 'index').map(({ value }) => String(value));
  return [focus, index, ...behind].filter((name) => name !== undefined);
};

/** The variables bound in a node but not in the blocks and functions inside it, wherever: a function may be called later. */
function bindings(node: Tree): ReadonlySet<string> {
  const names = new Set<string>();
  const collect = (inner: Tree): void => {
    if (inner.type === 'bind') names.add(String((inner.lhs as Tree).value));
    const { here, inside } = partsOf(inner);
    for (const part of [...here, ...inside])
      if (part.type !== 'block' && part.type !== 'lambda') collect(part);
  };
  collect(node);
  return names;
}
