import { existsSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../../ports/orchestrator.js';
import type { Tokens } from '../interpreter/run.js';
import { putNew, read } from './documents.js';
import type { Places } from './places.js';
import { onChanges } from './watch.js';

/*
 * A token that may be answered has a file `<token>.open`, which is touched by heartbeats; its answer is in
 * `<token>.json`. Any process may write them at any time.
 */
const openFile = ({ tokens }: Places, token: string): string => join(tokens, `${safe(token)}.open`);
const answerFile = ({ tokens }: Places, token: string): string => join(tokens, `${safe(token)}.json`);

/** Tokens come from outside: none leads out of the folder. */
const safe = (token: string): string => token.replace(/[^\w-]/g, '_').slice(0, 200);

/** Answers a token; false when nobody waits for it, or it has been answered. */
export const answerToken = async (places: Places, token: string, answer: Answer): Promise<boolean> =>
  existsSync(openFile(places, token)) && putNew(places.temporary, answerFile(places, token), { ...answer });

/** False when nobody waits for it any more. */
export function beatToken(places: Places, token: string): boolean {
  if (existsSync(answerFile(places, token))) return false;
  try {
    const now = new Date();
    utimesSync(openFile(places, token), now, now);
    return true;
  } catch {
    return false;
  }
}

interface Waiter {
  readonly token: string;
  readonly resolve: (answer: Answer) => void;
  readonly onHeartbeat: () => void;
  beaten: number;
}

/** Tokens as the process sees them that runs the executions, until the signal is aborted. */
export function watchTokens(places: Places, signal: AbortSignal): Tokens {
  const waiters = new Set<Waiter>();
  const look = (waiter: Waiter) => {
    const answer = read<Answer>(answerFile(places, waiter.token));
    if (answer !== undefined) return waiter.resolve(answer);
    const beaten = touched(places, waiter.token);
    if (beaten > waiter.beaten) waiter.onHeartbeat();
    waiter.beaten = beaten;
  };
  onChanges(places.tokens, signal, () => {
    for (const waiter of waiters) look(waiter);
  });
  return {
    open: (token) => {
      mkdirSync(places.tokens, { recursive: true });
      writeFileSync(openFile(places, token), '', { flag: 'a' });
    },
    close: (token) => {
      rmSync(openFile(places, token), { force: true });
      rmSync(answerFile(places, token), { force: true });
    },
    wait: (token, { signal, onHeartbeat }) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          waiters.delete(waiter);
          signal.removeEventListener('abort', abort);
        };
        const abort = () => {
          leave();
          reject(signal.reason);
        };
        const waiter: Waiter = {
          token,
          onHeartbeat,
          beaten: touched(places, token),
          resolve: (answer) => {
            leave();
            resolve(answer);
          },
        };
        if (signal.aborted) return reject(signal.reason);
        signal.addEventListener('abort', abort, { once: true });
        waiters.add(waiter);
        look(waiter);
      }),
  };
}

const touched = (places: Places, token: string): number =>
  statSync(openFile(places, token), { throwIfNoEntry: false })?.mtimeMs ?? 0;
