import { exitWith } from '../exit.js';
import { built, evaluating, inputOf } from '../fields.js';
import type { Attempt, Exit } from '../run.js';

export const pass = async (attempt: Attempt): Promise<Exit> =>
  exitWith(
    attempt,
    await evaluating(
      attempt,
      async () =>
        attempt.state.Result ?? (await built(attempt, attempt.state, 'Parameters')) ?? inputOf(attempt),
    ),
  );
