import { didYouMean } from '../../diagnostics/suggest.js';
import { jsonPath } from '../../language/jsonpath.js';
import type { Plan, State } from '../../language/plan.js';
import type { Part, Reference } from '../../language/reference.js';
import { type Shape, text } from '../../language/shape.js';
import { mapDepth } from '../managed.js';
import { outputOf } from '../outputs.js';
import { type Finding, finding } from './finding.js';
import { visibleNames, visibleState } from './visible.js';

type Keys = readonly (string | number)[];

/** What a reference stands for: keys below the payload's root. */
export interface Target {
  readonly keys: Keys;
  /** Values that are the same from the start of a deployment to its end. */
  readonly constant: boolean;
  /** The state whose output it is. */
  readonly producer?: State;
  /** The secret parameter it is. */
  readonly secret?: string;
}

const roots = [
  'States',
  'Parameters',
  'Dependencies',
  'Environment',
  'Distribution',
  'Deployment',
  'Item',
  'Index',
  'Error',
];

const fields: { readonly [root: string]: readonly string[] } = {
  Distribution: ['Name', 'Version', 'Id'],
  Deployment: ['Id', 'StartedAt'],
  Error: ['Error', 'Cause'],
};

/**
 * Finds what a reference means to a state. `from` is the scope it is used in (undefined: the plan's `Outputs`, which
 * see the payload at the end of the machine).
 */
export function targetOf(plan: Plan, from: State | undefined, reference: Reference): Target | Finding {
  const { root, parts } = reference;
  switch (root) {
    case 'States':
      return stateTarget(plan, from, reference);
    case 'Parameters':
      return parameterTarget(plan, reference);
    case 'Dependencies':
      return dependencyTarget(plan, reference);
    case 'Environment':
      return parts.length === 0 ? constant(['environment']) : beyond(reference, 0, 'it is a text');
    case 'Distribution':
    case 'Deployment':
    case 'Error':
      return fieldTarget(reference);
    case 'Item':
    case 'Index':
      return itemTarget(from, reference);
    default:
      return finding(
        'PLAN4006',
        nameSpan(reference),
        { name: root },
        didYouMean(root, roots, 'a reference starts with'),
      );
  }
}

const constant = (keys: Keys): Target => ({ keys, constant: true });
const nameSpan = ({ root, span }: Reference): readonly [number, number] => [span[0], span[0] + root.length];
const keysOf = (parts: readonly Part[]): Keys => parts.map((part) => part.key);
const textUpTo = (reference: Reference, part: Part): string =>
  reference.text.slice(0, part.span[1] - reference.span[0]);

const beyond = (reference: Reference, index: number, reason: string): Finding =>
  finding('PLAN4009', reference.parts[index]!.span, { reference: reference.text, reason });

const incomplete = (reference: Reference, help: string): Finding =>
  finding('PLAN4008', reference.span, { reference: reference.text }, help);

function stateTarget(plan: Plan, from: State | undefined, reference: Reference): Target | Finding {
  const [named, ...rest] = reference.parts;
  if (named === undefined) return incomplete(reference, 'name a state: `States.<name>.<output>`');
  const name = String(named.key);
  const scope = from?.scope ?? plan.machine;
  const producer = visibleState(scope, name);
  if (producer === undefined) {
    const hidden = plan.states.find((state) => state.name === name);
    const inside = hidden?.scope.owner?.name;
    const help =
      inside === undefined
        ? didYouMean(name, visibleNames(scope), 'states')
        : `\`${name}\` is inside \`${inside}\`, whose states cannot be seen from here`;
    return finding('PLAN4003', named.span, { name }, help);
  }
  const output = outputOf(plan, producer);
  if (output === undefined) {
    const help = `give \`${producer.name}\` a \`ResultPath\` under \`$.output\`, such as \`${jsonPath(['output', producer.name])}\``;
    return finding(
      'PLAN4011',
      named.span,
      { name: producer.name },
      producer.kind === 'native' ? help : undefined,
    );
  }
  const wrong = follow(output.shape, reference, 1, producer.name);
  return wrong ?? { keys: [...output.keys, ...keysOf(rest)], constant: false, producer };
}

/** Checks the parts of a reference from `index` on against what is known of the value. */
function follow(shape: Shape, reference: Reference, index: number, state: string): Finding | undefined {
  const part = reference.parts[index];
  if (shape.kind === 'uncertain') return finding('PLAN4010', reference.parts[index - 1]!.span, shape);
  if (part === undefined || shape.kind === 'any') return undefined;
  if (shape.kind === 'object') {
    const inner = Object.hasOwn(shape.properties, part.key) ? shape.properties[part.key] : undefined;
    if (inner !== undefined) return follow(inner, reference, index + 1, state);
    const help = didYouMean(String(part.key), Object.keys(shape.properties), shape.source);
    return finding(
      'PLAN4002',
      part.span,
      { reference: textUpTo(reference, part), state },
      help ?? `there are no ${shape.source}`,
    );
  }
  if (shape.kind === 'list') {
    if (typeof part.key === 'number') return follow(shape.items, reference, index + 1, state);
    return beyond(reference, index, `\`${state}\` gives a list; take one of its items, such as \`[0]\``);
  }
  return beyond(reference, index, `it is a ${shape.kind}`);
}

function parameterTarget(plan: Plan, reference: Reference): Target | Finding {
  const [named, ...rest] = reference.parts;
  if (named === undefined) return incomplete(reference, 'name a parameter: `Parameters.<name>`');
  const parameter = plan.parameters.get(String(named.key));
  if (parameter === undefined) {
    const name = String(named.key);
    return finding(
      'PLAN4004',
      named.span,
      { name },
      didYouMean(name, [...plan.parameters.keys()], 'parameters'),
    );
  }
  const shape: Shape = parameter.type === 'List' ? { kind: 'list', items: text } : text;
  const wrong = follow(shape, reference, 1, parameter.name);
  const target = constant(['parameters', parameter.name, ...keysOf(rest)]);
  return wrong ?? (parameter.secret ? { ...target, secret: parameter.name } : target);
}

function dependencyTarget(plan: Plan, reference: Reference): Target | Finding {
  const [named, output] = reference.parts;
  if (named === undefined || output === undefined) {
    return incomplete(reference, 'name one of its outputs: `Dependencies.<distribution>.<output>`');
  }
  const name = String(named.key);
  if (!plan.dependencies.has(name)) {
    return finding(
      'PLAN4005',
      named.span,
      { name },
      didYouMean(name, [...plan.dependencies.keys()], 'dependencies'),
    );
  }
  return constant(['dependencies', ...keysOf(reference.parts)]);
}

function fieldTarget(reference: Reference): Target | Finding {
  const { root, parts } = reference;
  const known = fields[root]!;
  const [field, more] = parts;
  const name = String(field?.key);
  if (field === undefined)
    return root === 'Error'
      ? { keys: ['error'], constant: false }
      : incomplete(reference, `name a field: ${known.map((one) => `\`${root}.${one}\``).join(', ')}`);
  if (!known.includes(name)) {
    return finding(
      'PLAN4009',
      field.span,
      { reference: reference.text, reason: `\`${root}\` has no \`${name}\`` },
      didYouMean(name, known, 'fields'),
    );
  }
  if (more !== undefined) return beyond(reference, 1, 'it is a text');
  if (root === 'Error') return { keys: ['error', name], constant: false };
  return constant([root.toLowerCase(), name[0]!.toLowerCase() + name.slice(1)]);
}

function itemTarget(from: State | undefined, reference: Reference): Target | Finding {
  const depth = from === undefined ? 0 : mapDepth(from.scope);
  if (depth === 0) return finding('PLAN4012', reference.span, { reference: reference.text });
  if (reference.root === 'Item') return { keys: ['item', ...keysOf(reference.parts)], constant: false };
  if (reference.parts.length > 0) return beyond(reference, 0, 'it is a number');
  return { keys: ['iteration', depth - 1], constant: false };
}
