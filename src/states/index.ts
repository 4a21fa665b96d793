import type { StateType } from './define.js';

/** Every state type of plancc. */
export const stateTypes: readonly StateType[] = [];
