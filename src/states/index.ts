import { approval } from './approval/index.js';
import { cdk } from './cdk/index.js';
import { cfn } from './cfn/index.js';
import type { StateType } from './define.js';
import { importState } from './import/index.js';
import { lambda } from './lambda/index.js';
import { runner } from './runner/index.js';
import { sam } from './sam/index.js';

/** Every state type of plancc. */
export const stateTypes: readonly StateType[] = [cfn, cdk, sam, runner, approval, lambda, importState];
