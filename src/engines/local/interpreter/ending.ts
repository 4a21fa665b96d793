/** How an execution ends before its states do: the reason its signal is aborted with. */
export interface Ending {
  readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  readonly error: string;
  readonly cause: string;
}

const endings = new WeakSet<object>();

function ending(status: Ending['status'], error: string, cause: string): Ending {
  const made: Ending = { status, error, cause };
  endings.add(made);
  return made;
}

/** Somebody stopped it, as StopExecution does. */
export const stopped = (error: string, cause: string): Ending => ending('ABORTED', error, cause);

/** The machine's `TimeoutSeconds` are over. */
export const timedOut = (): Ending => ending('TIMED_OUT', 'States.Timeout', '');

/** https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html#service-limits-state-machine-executions */
export const historyFull = (limit: number): Ending =>
  ending(
    'FAILED',
    'States.Runtime',
    `The execution reached the maximum number of history events (${limit}).`,
  );

/** Whether an execution ends so; any other reason to abort is that its process stops, and it goes on later. */
export const isEnding = (reason: unknown): reason is Ending =>
  typeof reason === 'object' && reason !== null && endings.has(reason);
