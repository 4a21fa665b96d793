import { distributedMap, permissionsOf, type TaskUse } from '../../asl/integrations/index.js';
import type { Statement } from '../../asl/statement.js';
import { workerArn } from '../../cloudformation/parameters.js';
import { isObject, objectOr } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import { contextOf, typeOf } from '../../states/registry.js';

/** A statement with the states that need it. */
export interface OwnedStatement extends Statement {
  readonly states: readonly string[];
  /** Whether the worker uses it, in the name of the plan's role. */
  readonly byWorker?: boolean;
}

/** What the plan's role may do: what its states need, and nothing else. */
export const permissions = (plan: Plan): readonly OwnedStatement[] =>
  plan.states.flatMap((state) => {
    const needed = state.kind === 'plancc' ? ofPlancc(plan, state) : ofNative(plan, state);
    return needed.map((statement) => ({ ...statement, states: [state.name] }));
  });

function ofPlancc(plan: Plan, state: State): readonly Omit<OwnedStatement, 'states'>[] {
  const type = typeOf(state);
  const context = contextOf(plan, state);
  const own = type.permissions?.(context) ?? [];
  if (type.lower(context).kind === 'integration') return own;
  return [
    { actions: ['lambda:InvokeFunction'], resources: [workerArn] },
    ...own.map((statement) => ({ ...statement, byWorker: true })),
  ];
}

function ofNative(plan: Plan, { type, value }: State): readonly Statement[] {
  if (type === 'Task') return useOf(plan, value);
  if (type !== 'Map') return [];
  const held = [value.ItemReader, value.ResultWriter].filter(isObject).flatMap((one) => useOf(plan, one));
  const { Mode } = objectOr(objectOr(value.ItemProcessor).ProcessorConfig);
  const { Label } = value;
  return Mode === 'DISTRIBUTED' ? [...held, ...distributedMap(isText(Label) ? Label : undefined)] : held;
}

const isText = (value: unknown): value is string => typeof value === 'string';

function useOf(
  plan: Plan,
  { Resource, Parameters, Arguments, Credentials, ReaderConfig }: JsonObject,
): readonly Statement[] {
  if (Resource === undefined) return [];
  const use: TaskUse = {
    resource: Resource,
    arguments: Arguments ?? Parameters,
    credentials: isObject(Credentials) ? Credentials : undefined,
    inputType: objectOr(ReaderConfig).InputType,
  };
  return permissionsOf(use, plan);
}
