import { permissionsOf } from '../../asl/integrations/index.js';
import { isObject, objectOr } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import type { Statement } from '../../states/define.js';
import { contextOf, typeOf } from '../../states/registry.js';
import { workerArn } from '../lower/task.js';

/** A statement with the states that need it. */
export interface OwnedStatement extends Statement {
  readonly states: readonly string[];
}

/** What the plan's role may do: what its states need, and nothing else. */
export const permissions = (plan: Plan): readonly OwnedStatement[] =>
  plan.states.flatMap((state) => {
    const needed = state.kind === 'plancc' ? ofPlancc(plan, state) : ofNative(state);
    return needed.map((statement) => ({ ...statement, states: [state.name] }));
  });

function ofPlancc(plan: Plan, state: State): readonly Statement[] {
  const type = typeOf(state);
  const context = contextOf(plan, state);
  const own = type.permissions?.(context) ?? [];
  if (type.lower(context).kind === 'integration') return own;
  return [{ actions: ['lambda:InvokeFunction'], resources: [workerArn] }, ...own];
}

function ofNative({ type, value }: State): readonly Statement[] {
  if (type === 'Task') return useOf(value);
  if (type !== 'Map') return [];
  const held = [value.ItemReader, value.ResultWriter].filter(isObject).flatMap(useOf);
  const { Mode } = objectOr(objectOr(value.ItemProcessor).ProcessorConfig);
  return Mode === 'DISTRIBUTED' ? [...held, ...childExecutions] : held;
}

/** A Map in distributed mode starts executions of the plan's own state machine. */
const childExecutions: readonly Statement[] = [];

function useOf({ Resource, Parameters, Arguments, Credentials }: JsonObject): readonly Statement[] {
  if (Resource === undefined) return [];
  return permissionsOf({
    resource: Resource,
    arguments: { ...objectOr(Parameters), ...objectOr(Arguments) },
    ...(isObject(Credentials) ? { credentials: Credentials } : {}),
  });
}
