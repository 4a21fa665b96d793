import { objectOr } from '../../../../../language/json.js';
import type { Attempt, Exit } from '../../run.js';
import { distributed } from './distributed.js';
import { inline } from './inline.js';
import { processorOf } from './processor.js';

/** Runs its states for each item; its result is the list of their outputs. */
export const map = (attempt: Attempt): Promise<Exit> =>
  objectOr(processorOf(attempt).ProcessorConfig).Mode === 'DISTRIBUTED'
    ? distributed(attempt)
    : inline(attempt);
