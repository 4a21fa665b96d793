import { blockCauses } from './block-causes.js';
import type { Cause } from './cause.js';
import { flowCauses } from './flow-causes.js';
import { leftOver, textCauses } from './text-causes.js';

/** The kinds of mistakes; where `yaml` reports several at one place, the first of them here is the cause. */
export const causes: readonly Cause[] = [...textCauses, ...flowCauses, ...blockCauses, leftOver];
