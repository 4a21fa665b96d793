// A logical id has at most 255 characters; what plancc puts around a name takes some of them:
// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html
const longest = 200;

/**
 * A CloudFormation logical id (letters and digits only) for a name that may hold anything. Names that lose characters
 * get a short digest, so that `a-b` and `ab` stay apart and the same name always gives the same id.
 */
export function logicalId(prefix: string, name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  const camel = words.map((word) => word[0]!.toUpperCase() + word.slice(1)).join('');
  if (words.length === 1 && camel === name && camel.length <= longest) return prefix + camel;
  return prefix + camel.slice(0, longest) + digest(name);
}

/** FNV-1a: it tells names apart and guards nothing, and loading a cryptographic hash would be felt at each start. */
function digest(name: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < name.length; index++) {
    hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Ids that plancc gives to its own resources and parameters in a plan's stack; authors may not use the prefix. */
export const ownPrefix = 'Plancc';

/** Logical ids of what every plan's stack has. */
export const planIds = {
  stateMachine: `${ownPrefix}StateMachine`,
  logGroup: `${ownPrefix}LogGroup`,
  role: `${ownPrefix}Role`,
  /** Policies of the role, numbered from 1, when they are too long to stand in it. */
  policy: `${ownPrefix}Policy`,
  /** What the role may do with the state machine itself. */
  ownPolicy: `${ownPrefix}OwnPolicy`,
} as const;

/** Logical ids of what a runner of the plan is made of. */
export function runnerIds(runner: string) {
  const id = logicalId(`${ownPrefix}Runner`, runner);
  return {
    queue: `${id}Queue`,
    deadLetters: `${id}DeadLetters`,
    taskDefinition: `${id}TaskDefinition`,
    taskRole: `${id}TaskRole`,
    taskPolicy: `${id}TaskPolicy`,
    executionRole: `${id}ExecutionRole`,
    logGroup: `${id}LogGroup`,
  } as const;
}
