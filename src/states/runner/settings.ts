import { runnerIds } from '../../cloudformation/logical-id.js';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { suggestion } from '../../diagnostics/suggest.js';
import type { JsonObject } from '../../source/document.js';
import type { StateContext } from '../define.js';
import type { JobProperties } from './schema.js';

/** What the worker needs to know of a runner that its task definition does not say. */
const settings = [
  'Subnets',
  'SecurityGroups',
  'AssignPublicIp',
  'IdleTimeout',
  'MaxConcurrency',
  'Startup',
] as const;

/** The state's runner as the worker needs it; undefined for the default runner of the environment. */
export function runnerOf({ plan, properties }: StateContext<JobProperties>): JsonObject | undefined {
  const name = properties.Runner;
  if (name === undefined) return undefined;
  const { queue, taskDefinition } = runnerIds(name);
  const runner = plan.runners.get(name) ?? {};
  const given = settings.flatMap((key) => (runner[key] === undefined ? [] : [[key, runner[key]] as const]));
  return {
    Name: name,
    Queue: { Ref: queue },
    TaskDefinition: { Ref: taskDefinition },
    ...Object.fromEntries(given),
  };
}

/** A problem when the state names a runner that the plan does not have. */
export function checkRunner({ plan, properties, at }: StateContext<JobProperties>): readonly Problem[] {
  const { Runner } = properties;
  if (Runner === undefined || plan.runners.has(Runner)) return [];
  const {
    help = `declare it under \`Runners\`, or leave \`Runner\` out for the default runner of the environment`,
    meant,
  } = suggestion(Runner, [...plan.runners.keys()], 'runners of this plan');
  return [problem('PLAN3004', at(['Runner']), { runner: Runner }, { help, meant })];
}
