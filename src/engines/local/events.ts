import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { orRefused } from '../../environment/refused.js';
import { type Clock, timestamp } from '../../ports/clock.js';
import type { Events } from '../../ports/events.js';

/** Events as lines of a file, in the shape in which EventBridge hands them on. */
export const createEvents = (file: string, clock: Clock): Events => ({
  emit: (type, detail) =>
    orRefused(file, () => {
      mkdirSync(dirname(file), { recursive: true });
      const event = {
        time: timestamp(clock),
        source: 'plancc.deployment',
        'detail-type': type,
        detail,
      };
      appendFileSync(file, `${JSON.stringify(event)}\n`);
    }),
});
