import { createHash } from 'node:crypto';

/**
 * A CloudFormation logical id (letters and digits only) for a name that may hold anything. Names that lose characters
 * get a short digest, so that `a-b` and `ab` stay apart and the same name always gives the same id.
 */
export function logicalId(prefix: string, name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  const camel = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  const exact = words.length === 1 && words[0] === name && camel === name;
  return prefix + camel + (exact ? '' : createHash('sha256').update(name).digest('hex').slice(0, 6));
}

/** Ids that plancc gives to its own resources and parameters in a plan's stack; authors may not use the prefix. */
export const ownPrefix = 'Plancc';

/** Logical ids of what a runner of the plan is made of. */
export function runnerIds(runner: string) {
  const id = logicalId(`${ownPrefix}Runner`, runner);
  return {
    queue: `${id}Queue`,
    taskDefinition: `${id}TaskDefinition`,
    taskRole: `${id}TaskRole`,
    executionRole: `${id}ExecutionRole`,
    logGroup: `${id}LogGroup`,
  } as const;
}
