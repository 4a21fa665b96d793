/** A stack whose tags say who made it. */
export interface OwnedStack {
  readonly name: string;
  readonly environment: string;
  readonly distribution: string;
  /** The value of its tag; absent for the stack of a plan itself. */
  readonly state?: string | undefined;
  /** Of two stacks the one that was changed later has the greater. */
  readonly changed: string;
}

/** A distribution in an environment: the versions that run there or may yet, and the tags of their states that make stacks. */
export interface Owner {
  readonly environment: string;
  readonly distribution: string;
  readonly versions: readonly string[];
  readonly states: ReadonlySet<string>;
}

export interface Orphan {
  readonly stack: OwnedStack;
  /** In words. */
  readonly reason: string;
}

/** The stacks that nothing deployed has to do with any more. */
export const orphansAmong = (
  stacks: readonly OwnedStack[],
  environments: readonly string[],
  owners: readonly Owner[],
): readonly Orphan[] =>
  stacks.flatMap((stack) => {
    const reason = reasonFor(stack, stacks, environments, owners);
    return reason === undefined ? [] : [{ stack, reason }];
  });

function reasonFor(
  stack: OwnedStack,
  all: readonly OwnedStack[],
  environments: readonly string[],
  owners: readonly Owner[],
): string | undefined {
  const { environment, distribution, state } = stack;
  if (!environments.includes(environment)) return `there is no environment ${environment} any more`;
  const owner = owners.find((one) => one.environment === environment && one.distribution === distribution);
  if (owner === undefined)
    return `${distribution} was never deployed to ${environment}, or its records are gone`;
  if (state === undefined) return undefined;
  if (!owner.states.has(stateOf(state)))
    return `${distribution} ${owner.versions.join(' and ')} has no such state`;
  const newer = all.find(
    (other) =>
      other.environment === environment &&
      other.distribution === distribution &&
      other.state === state &&
      other.changed > stack.changed,
  );
  return newer && `the state has made ${newer.name} since`;
}

/** Without the iteration: `Probe.0.2` is of `Probe`. */
const stateOf = (tag: string): string => tag.replace(/(\.\d+)+$/, '');
