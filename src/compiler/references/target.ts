import type { Plan, State } from '../../language/plan.js';
import type { Part, Reference } from '../../language/reference.js';
import { named as namedOutputs, type Shape, text } from '../../language/shape.js';
import { mapDepth } from '../managed.js';
import { outputOf } from '../outputs.js';
import { declaration } from './declaration.js';
import type { Finding } from './finding.js';
import { follow } from './follow.js';
import { incomplete } from './mistakes/incomplete.js';
import { noOutput } from './mistakes/no-output.js';
import { outsideOfMap } from './mistakes/outside-of-map.js';
import { unknownDependency, unknownField, unknownParameter } from './mistakes/unknown.js';
import { unknownRoot } from './mistakes/unknown-root.js';
import { unknownState } from './mistakes/unknown-state.js';
import { fields } from './roots.js';
import { visibleState } from './visible.js';

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

/**
 * Finds what a reference means to a state. `from` is the scope it is used in (undefined: the plan's `Outputs`, which
 * see the payload at the end of the machine).
 */
export function targetOf(plan: Plan, from: State | undefined, reference: Reference): Target | Finding {
  switch (reference.root) {
    case 'States':
      return stateTarget(plan, from, reference);
    case 'Parameters':
      return parameterTarget(plan, reference);
    case 'Dependencies':
      return dependencyTarget(plan, reference);
    case 'Environment':
      return follow(text, reference, 0) ?? constant(['environment']);
    case 'Distribution':
    case 'Deployment':
    case 'Error':
      return fieldTarget(plan, reference);
    case 'Item':
    case 'Index':
      return itemTarget(plan, from, reference);
    default:
      return unknownRoot(plan, reference);
  }
}

const constant = (keys: Keys): Target => ({ keys, constant: true });
const keysOf = (parts: readonly Part[]): Keys => parts.map((part) => part.key);

function stateTarget(plan: Plan, from: State | undefined, reference: Reference): Target | Finding {
  const [named, ...rest] = reference.parts;
  const scope = from?.scope ?? plan.machine;
  if (named === undefined) return incomplete(plan, scope, reference);
  const producer = visibleState(scope, String(named.key));
  if (producer === undefined) return unknownState(plan, scope, reference, named);
  const output = outputOf(plan, producer);
  if (output === undefined) return noOutput(plan, producer, named);
  const wrong = follow(output.shape, reference, 1);
  return wrong ?? { keys: [...output.keys, ...keysOf(rest)], constant: false, producer };
}

function parameterTarget(plan: Plan, reference: Reference): Target | Finding {
  const [named, ...rest] = reference.parts;
  if (named === undefined) return incomplete(plan, plan.machine, reference);
  const parameter = plan.parameters.get(String(named.key));
  if (parameter === undefined) return unknownParameter(plan, reference, named);
  const wrong = follow(shapes[parameter.type] ?? text, reference, 1, declaration(plan, parameter.name));
  const target = constant(['parameters', parameter.name, ...keysOf(rest)]);
  return wrong ?? (parameter.secret ? { ...target, secret: parameter.name } : target);
}

const shapes: { readonly [type: string]: Shape } = {
  Number: { kind: 'number' },
  Boolean: { kind: 'boolean' },
  List: { kind: 'list', items: text },
};

function dependencyTarget(plan: Plan, reference: Reference): Target | Finding {
  const [named, output] = reference.parts;
  if (named !== undefined && !plan.dependencies.has(String(named.key)))
    return unknownDependency(plan, reference, named);
  if (named === undefined || output === undefined) return incomplete(plan, plan.machine, reference);
  const known = plan.knownDependencies.get(String(named.key));
  const shape = known && namedOutputs(known.outputs, `outputs of ${named.key} ${known.version}`);
  const wrong = shape && follow(shape, reference, 1);
  return wrong ?? constant(['dependencies', ...keysOf(reference.parts)]);
}

function fieldTarget(plan: Plan, reference: Reference): Target | Finding {
  const { root, parts } = reference;
  const [field] = parts;
  const name = String(field?.key);
  if (field === undefined) {
    return root === 'Error'
      ? { keys: ['error'], constant: false }
      : incomplete(plan, plan.machine, reference);
  }
  if (!fields[root]!.includes(name)) return unknownField(reference, field);
  const wrong = follow(text, reference, 1);
  if (wrong !== undefined) return wrong;
  if (root === 'Error') return { keys: ['error', name], constant: false };
  return constant([root.toLowerCase(), name[0]!.toLowerCase() + name.slice(1)]);
}

function itemTarget(plan: Plan, from: State | undefined, reference: Reference): Target | Finding {
  const depth = from === undefined ? 0 : mapDepth(from.scope);
  if (depth === 0) return outsideOfMap(plan, from, reference);
  if (reference.root === 'Item') return { keys: ['item', ...keysOf(reference.parts)], constant: false };
  return follow({ kind: 'number' }, reference, 0) ?? { keys: ['iteration', depth - 1], constant: false };
}
