/** Time, so that tests and simulations run at any speed. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  /** Resolves when `now()` has reached `time`; rejects with the signal's reason when aborted. */
  readonly until: (time: number, signal?: AbortSignal) => Promise<void>;
}

/** What time it is, in RFC 3339. */
export const timestamp = ({ now }: Pick<Clock, 'now'>): string => new Date(now()).toISOString();
