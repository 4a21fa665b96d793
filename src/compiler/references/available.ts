import { jsonPath } from '../../asl/path/print.js';
import { chain } from '../../diagnostics/codes/names.js';
import type { Related } from '../../diagnostics/problem.js';
import { isObject } from '../../language/json.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import type { Reference } from '../../language/reference.js';
import { catchersOf } from '../flow/exits.js';
import { end, flowOf, reach } from '../flow/graph.js';
import { departureNote, noteAt, whenFalse } from '../flow/notes.js';
import { skippable } from '../flow/produced.js';
import { wayTo } from '../flow/way.js';
import { carried } from '../managed.js';
import { resultKeys } from '../outputs.js';
import { lackingOtherwise } from './otherwise.js';
import { sameTest } from './same-test.js';

/** Why a state's output may be missing where it is used, what to do, and which places show it. */
export interface Missing {
  readonly reason: string;
  readonly help: string;
  readonly related: readonly Related[];
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
  const lost = lostOnTheWay(plan, users, producer);
  if (lost !== undefined) return lost;
  let from = producer;
  while (!users.has(from.scope) && from.scope !== plan.machine) {
    const { dominates, nodes } = flowOf(from.scope);
    const whenAlone = dominates(nodes.get(from.name)!.after, end) && sameTest(plan, tested, from);
    if (skippable(from, from.scope) !== undefined && !whenAlone) return skippedIn(plan, from);
    from = from.scope.owner!;
  }
  const flow = flowOf(from.scope);
  const using = users.get(from.scope);
  if (using === from) return user === producer ? itself(plan, producer) : beside(plan, from, producer);
  if (from !== producer && !givenOtherwise(from, producer) && !sameTest(plan, tested, from)) {
    return {
      reason: `it is skipped when the \`When\` of \`${from.name}\` is false`,
      help: `add \`${producer.name}\` to the \`Otherwise\` of \`${from.name}\``,
      related: whenFalse(plan, from),
    };
  }
  const nodes = flow.nodes.get(from.name)!;
  const use =
    using === undefined
      ? end
      : flow.nodes.get(using.name)![at === 'enter' && using === user ? 'enter' : 'run'];
  if (!flow.reachable(use)) return undefined;
  if (flow.dominates(nodes.done, use)) return incomplete(plan, tested, producer, reference);
  if (!reach(flow.graph, [nodes.done]).has(use)) {
    return later(plan, from, using, reach(flow.graph, [use]).has(nodes.run));
  }
  if (flow.dominates(nodes.after, use)) return sameTest(plan, tested, from) ? undefined : skipped(plan, from);
  if (flow.dominates(nodes.run, use)) return failed(plan, from, use);
  return past(plan, from, using, use);
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
    help: `add \`${name}\` to the \`Otherwise\``,
    related: [noteAt(plan, lacking, `what \`${lacking.name}\` gives when it is skipped`, 'Otherwise')],
  };
}

/** Only what is under `$.output` leaves a branch, and only the payload's own keys enter a Map. */
function lostOnTheWay(plan: Plan, users: ReadonlyMap<Scope, State>, producer: State): Missing | undefined {
  const keys = resultKeys(producer) ?? [];
  const help = `store it under \`$.output\`: \`ResultPath: ${jsonPath(['output', producer.name])}\``;
  const related = [noteAt(plan, producer, 'its result is stored here', 'ResultPath')];
  if (!users.has(producer.scope) && !(keys[0] === 'output' && keys.length === 2)) {
    return { reason: `what its \`ResultPath\` stores is lost at the end of the branch`, help, related };
  }
  const map = [...users.values()].find(
    (state) => state.scope.kind === 'body' && state.scope.owner !== undefined,
  );
  const outside = map !== undefined && users.has(producer.scope) && !isInside(producer, map.scope);
  if (!outside || carried.includes(String(keys[0]))) return undefined;
  const reason = `what its \`ResultPath\` stores is not passed into \`${map.scope.owner!.name}\``;
  return { reason, help, related };
}

const isInside = (state: State, scope: Scope): boolean =>
  state.scope === scope || (state.scope.owner !== undefined && isInside(state.scope.owner, scope));

/** The state itself and those around it, by their scopes. */
function aroundOf(user: State | undefined): ReadonlyMap<Scope, State> {
  const around = new Map<Scope, State>();
  for (let state = user; state !== undefined; state = state.scope.owner) around.set(state.scope, state);
  return around;
}

/** Whether the `Otherwise` of a Parallel, if it has one, gives the output of a state inside it. */
function givenOtherwise({ value }: State, producer: State): boolean {
  // An `Otherwise` of another form is refused for its form.
  if (value.When === undefined || !isObject(value.Otherwise)) return true;
  return producer.name in value.Otherwise;
}

const itself = (plan: Plan, state: State): Missing => ({
  reason: 'this is the state itself, before it has run',
  help: 'refer to a state that runs before it',
  related: [noteAt(plan, state, `\`${state.name}\` begins here`)],
});

const beside = (plan: Plan, owner: State, producer: State): Missing => ({
  reason: `it runs at the same time, in another branch of \`${owner.name}\``,
  help: `put this state into the same branch, after \`${producer.name}\`, or after \`${owner.name}\``,
  related: [noteAt(plan, producer, `\`${producer.name}\` is here`)],
});

const later = (plan: Plan, from: State, using: State | undefined, follows: boolean): Missing => ({
  reason: follows ? 'it runs after this' : 'no way leads from it to here',
  help: `let \`${from.name}\` run before ${using === undefined ? 'the end' : `\`${using.name}\``}`,
  related: [noteAt(plan, from, `\`${from.name}\` is here`)],
});

const skipped = (plan: Plan, state: State): Missing => ({
  reason: 'it is skipped when its `When` is false',
  help: `give \`${state.name}\` an \`Otherwise\` with the output to assume then`,
  related: whenFalse(plan, state),
});

function skippedIn(plan: Plan, state: State): Missing {
  if (state.value.When !== undefined) return skipped(plan, state);
  const { nodes } = flowOf(state.scope);
  const way = wayTo(state.scope, end, new Set([nodes.get(state.name)!.done]));
  return {
    reason: `there is a way past it inside \`${state.scope.owner!.name}\``,
    help: `lead every way inside \`${state.scope.owner!.name}\` through \`${state.name}\``,
    related: way === undefined ? [] : departureNote(plan, way.leaves),
  };
}

function failed(plan: Plan, from: State, use: number): Missing {
  const { graph, nodes } = flowOf(from.scope);
  const { caught, done } = nodes.get(from.name)!;
  const index = caught.findIndex((node) => reach(graph, [node], new Set([done])).has(use));
  const catcher = catchersOf(from)[index];
  const place = { file: plan.document.file, path: [...from.path, ...(catcher?.path ?? [])] };
  return {
    reason: 'one of its catchers leads here, and then it has failed',
    help: `let that catcher lead to a state that does not use the output of \`${from.name}\``,
    related: [{ place, message: `this catcher leads to \`${catcher?.to}\`` }],
  };
}

function past(plan: Plan, from: State, using: State | undefined, use: number): Missing {
  const way = wayTo(from.scope, use, new Set([flowOf(from.scope).nodes.get(from.name)!.done]));
  const states = [...new Set([...(way?.states ?? []), ...(using === undefined ? [] : [using.name])])];
  const help = `lead every way through \`${from.name}\`, or use its output only in states behind it`;
  if (way === undefined || way.leaves.kind === 'start') {
    return {
      reason: 'the first time, this runs before it',
      help,
      related: [noteAt(plan, from, `\`${from.name}\` is here`)],
    };
  }
  const whole = using === undefined ? `${chain(states)} → the end` : chain(states);
  return {
    reason: `the way ${whole} leads past ${from === using ? 'it' : `\`${from.name}\``}`,
    help,
    related: departureNote(plan, way.leaves),
  };
}
