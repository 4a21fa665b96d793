import { type Problem, problem, type Related } from '../../diagnostics/problem.js';
import { canonical, eachString, objectOr } from '../../language/json.js';
import type { Plan, Scope, State } from '../../language/plan.js';
import { parseText } from '../../language/text.js';
import type { Json } from '../../source/document.js';
import { contextOf, typeOf } from '../../states/registry.js';
import { runsForCertain, straightWay } from '../flow/certain.js';
import { nextOf } from '../flow/exits.js';
import { flowOf, reach } from '../flow/graph.js';
import { isFinding } from '../references/finding.js';
import { targetOf } from '../references/target.js';

interface Stack {
  readonly state: State;
  readonly name: string;
  readonly template: string;
}

/** Two states that deploy one stack from different templates: an update deletes what its template does not have. */
export function checkSharedStacks(plan: Plan): readonly Problem[] {
  const byIdentity = new Map<string, Stack[]>();
  const deleted = new Set<string>();
  for (const state of plan.states) {
    const read = readStack(plan, state);
    if (read === undefined) continue;
    const { identity, stack } = read;
    if (stack === undefined) deleted.add(identity);
    else byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), stack]);
  }
  return [...byIdentity].flatMap(([identity, stacks]) =>
    // One that is deleted in between begins anew.
    (deleted.has(identity) ? [] : stacks).flatMap((stack, index) => {
      const other = stacks
        .slice(0, index)
        .find((one) => one.template !== stack.template && bothRun(one.state, stack.state));
      return other === undefined ? [] : [shared(plan, other, stack)];
    }),
  );
}

function shared(
  plan: Plan,
  { state: { name: first }, template, state }: Stack,
  { state: second, name }: Stack,
) {
  const place = contextOf(plan, second).at(['StackName']);
  const related: readonly Related[] = [
    {
      place: contextOf(plan, state).at(['StackName']),
      message: `\`${first}\` deploys it from \`${template}\``,
    },
  ];
  const help = 'give each its own `StackName`, or put the resources of both into one template';
  return problem('PLAN3044', place, { stack: name, first, template }, { help, related });
}

/**
 * The stack of a state, or that it deletes one, with what tells stacks apart; undefined when it has none, or one of
 * which name and place may change in the course of a deployment.
 */
function readStack(
  plan: Plan,
  state: State,
): { readonly identity: string; readonly stack: Stack | undefined } | undefined {
  const template = state.kind === 'plancc' && state.valid && typeOf(state).template?.(contextOf(plan, state));
  if (typeof template !== 'string') return undefined;
  const { StackName, Region, AssumeRoleArn, Action } = objectOr(state.value.Properties);
  const identity = [StackName!, Region ?? null, AssumeRoleArn ?? null];
  if (!isConstant(plan, state, identity)) return undefined;
  const name = typeof StackName === 'string' ? StackName : canonical(StackName!);
  const stack = Action === 'Delete' ? undefined : { state, name, template };
  return { identity: canonical(identity), stack };
}

function isConstant(plan: Plan, state: State, value: Json): boolean {
  let constant = true;
  eachString(value, (text) => {
    for (const segment of parseText(text)) {
      if (segment.kind !== 'reference') continue;
      const target = targetOf(plan, state, segment.reference);
      constant &&= !isFinding(target) && target.constant;
    }
  });
  return constant;
}

/**
 * Whether both run in one execution where nothing fails: one after the other, or in branches of a Parallel. Certain is
 * that when one of them runs whenever the scope that both are in does, or when the first leads to the second alone. What
 * a catcher leads to may well put back what there was.
 */
function bothRun(one: State, other: State): boolean {
  const ones = around(one);
  for (let state: State | undefined = other; state !== undefined; state = state.scope.owner) {
    const { scope } = state;
    const beside = ones.find((candidate) => candidate.scope === scope);
    if (beside === undefined) {
      const parallel = ones.find((candidate) => candidate.scope.owner === scope.owner);
      if (parallel === undefined || scope.owner === undefined) continue;
      return runsForCertain(one, parallel.scope) || runsForCertain(other, scope);
    }
    return inOrder(scope, [beside, one], [state, other]) || inOrder(scope, [state, other], [beside, one]);
  }
  return false;
}

/** A state with those that it is in. */
function around(state: State): readonly State[] {
  const { owner } = state.scope;
  return owner === undefined ? [state] : [state, ...around(owner)];
}

type Inside = readonly [outer: State, state: State];

function inOrder(scope: Scope, [before, first]: Inside, [after, second]: Inside): boolean {
  const { graph, nodes } = flowOf(scope);
  const caught = new Set([...nodes.values()].flatMap((node) => node.caught));
  const reached = reach(graph, [nodes.get(before.name)!.after], caught);
  if (before === after || !reached.has(nodes.get(after.name)!.run)) return false;
  if (runsForCertain(first, scope) || runsForCertain(second, scope)) return true;
  return straightWay(scope, nextOf(before)?.to).has(after.name) && isCertainIn(after, second);
}

/** Whether a state runs whenever the one around it is come to. */
const isCertainIn = (outer: State, state: State): boolean =>
  outer === state
    ? state.value.When === undefined
    : outer.value.When === undefined && outer.inner.some((scope) => runsForCertain(state, scope));
