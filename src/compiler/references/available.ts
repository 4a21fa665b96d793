import { canonical, eachString, isObject } from '../../language/json.js';
import { jsonPath } from '../../language/jsonpath.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import type { Reference } from '../../language/reference.js';
import { hasReference, parseText } from '../../language/text.js';
import { end, flowOf, reach } from '../flow/graph.js';
import { skippable } from '../flow/produced.js';
import { carried } from '../managed.js';
import { resultKeys } from '../outputs.js';
import { isFinding } from './finding.js';
import { lackingOtherwise } from './otherwise.js';
import { targetOf } from './target.js';

/** Why a state's output may be missing where it is used, and what to do. */
export interface Missing {
  readonly reason: string;
  readonly help?: string | undefined;
}

/**
 * Whether `producer` has its output on every path to where `user` runs (undefined: to the end of the plan); when not,
 * why. Catchers and skipped states are followed. `at` is `enter` for a state's own `When`.
 */
export function missingOutput(
  plan: Plan,
  user: State | undefined,
  producer: State,
  reference: Reference,
  at: 'enter' | 'run',
): Missing | undefined {
  const users = aroundOf(user);
  // A state's own test says nothing on what it needs to be tested, or to be passed by.
  const tested = at === 'enter' ? user?.scope.owner : user;
  const lost = lostOnTheWay(users, producer);
  if (lost !== undefined) return lost;
  let from = producer;
  while (!users.has(from.scope) && from.scope !== plan.machine) {
    const { dominates, nodes } = flowOf(from.scope);
    const whenAlone = dominates(nodes.get(from.name)!.after, end) && sameTest(plan, tested, from);
    if (skippable(from, from.scope) !== undefined && !whenAlone) return skippedIn(from);
    from = from.scope.owner!;
  }
  const flow = flowOf(from.scope);
  const using = users.get(from.scope);
  if (using === from) {
    return user === producer
      ? { reason: 'it is this state itself' }
      : { reason: `both are inside \`${from.name}\`, in branches that run at the same time` };
  }
  if (from !== producer && !givenOtherwise(from, producer) && !sameTest(plan, tested, from)) {
    return {
      reason: `it is skipped when the \`When\` of \`${from.name}\` is false`,
      help: `add \`${producer.name}\` to its \`Otherwise\``,
    };
  }
  const nodes = flow.nodes.get(from.name)!;
  const use =
    using === undefined
      ? end
      : flow.nodes.get(using.name)![at === 'enter' && using === user ? 'enter' : 'run'];
  if (!flow.reachable(use)) return undefined;
  if (flow.dominates(nodes.done, use)) return incomplete(plan, tested, producer, reference);
  if (!reach(flow.graph, [nodes.done]).has(use))
    return { reason: `\`${from.name}\` runs later, or never before it` };
  if (flow.dominates(nodes.after, use)) return sameTest(plan, tested, from) ? undefined : skipped(from);
  if (flow.dominates(nodes.run, use))
    return { reason: `one of its catchers leads here, and then it has failed` };
  return { reason: `there is a way past \`${from.name}\`` };
}

/** An `Otherwise` that takes the place of the output, but lacks what is wanted of it. */
function incomplete(
  plan: Plan,
  tested: State | undefined,
  producer: State,
  { parts }: Reference,
): Missing | undefined {
  const lacking = lackingOtherwise(producer, parts.slice(1));
  if (lacking === undefined || sameTest(plan, tested, lacking)) return undefined;
  const name = parts
    .slice(1)
    .map(({ key }) => key)
    .join('.');
  return {
    reason: `the \`Otherwise\` of \`${lacking.name}\` has no \`${name}\``,
    help: `add \`${name}\` to it`,
  };
}

/** Only what is under `$.output` leaves a branch, and only the payload's own keys enter a Map. */
function lostOnTheWay(users: ReadonlyMap<Scope, State>, producer: State): Missing | undefined {
  const keys = resultKeys(producer) ?? [];
  const help = `store it under \`$.output\`: \`ResultPath: ${jsonPath(['output', producer.name])}\``;
  if (!users.has(producer.scope) && !(keys[0] === 'output' && keys.length === 2)) {
    return { reason: `its \`ResultPath\` is lost at the end of the branch`, help };
  }
  const map = [...users.values()].find(
    (state) => state.scope.kind === 'body' && state.scope.owner !== undefined,
  );
  const outside = map !== undefined && users.has(producer.scope) && !isInside(producer, map.scope);
  if (!outside || carried.includes(String(keys[0]))) return undefined;
  return { reason: `its \`ResultPath\` is not passed into \`${map.scope.owner!.name}\``, help };
}

const isInside = (state: State, scope: Scope): boolean =>
  state.scope === scope || (state.scope.owner !== undefined && isInside(state.scope.owner, scope));

/** The state itself and those around it, by their scopes. */
function aroundOf(user: State | undefined): ReadonlyMap<Scope, State> {
  const around = new Map<Scope, State>();
  for (let state = user; state !== undefined; state = state.scope.owner) around.set(state.scope, state);
  return around;
}

const skipped = (state: State): Missing => ({
  reason: 'it is skipped when its `When` is false',
  help: `give \`${state.name}\` an \`Otherwise\` with the output to assume then`,
});

const skippedIn = (state: State): Missing =>
  state.value.When === undefined
    ? { reason: `there is a way past it inside \`${state.scope.owner!.name}\`` }
    : skipped(state);

/** Whether the `Otherwise` of a Parallel, if it has one, gives the output of a state inside it. */
function givenOtherwise({ value }: State, producer: State): boolean {
  if (value.When === undefined || value.Otherwise === undefined) return true;
  return isObject(value.Otherwise) && producer.name in value.Otherwise;
}

/** Whether the user runs only when the producer did: under the same `When`, on values that never change. */
function sameTest(plan: Plan, user: State | undefined, producer: State): boolean {
  const { When } = producer.value;
  if (When === undefined) return false;
  let constant = true;
  eachString(When, (text) => {
    for (const segment of parseText(text)) {
      if (segment.kind !== 'reference') continue;
      const target = targetOf(plan, producer, segment.reference);
      constant &&= !isFinding(target) && target.constant;
    }
    // A path of the author's own may lead to anything.
    constant &&= hasReference(text) || !text.startsWith('$');
  });
  if (!constant) return false;
  const test = canonical(When);
  for (let state = user; state !== undefined; state = state.scope.owner) {
    if (state.value.When !== undefined && canonical(state.value.When) === test) return true;
  }
  return false;
}
