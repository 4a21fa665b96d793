import type { State } from '../language/plan.js';

export const minute = 60;
export const hour = 60 * minute;
export const day = 24 * hour;

/** The state's deadline in seconds: what its author says, else the type's default. */
export const timeoutOf = (state: State, fallback: number): number =>
  typeof state.value.TimeoutSeconds === 'number' ? state.value.TimeoutSeconds : fallback;
