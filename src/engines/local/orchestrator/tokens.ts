import { existsSync, mkdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answer } from '../../../ports/orchestrator.js';
import { isDamaged } from '../../../ports/store-error.js';
import type { Tokens } from '../interpreter/run.js';
import { namesIn } from '../names-in.js';
import { putNew, read } from './documents.js';
import type { Places } from './places.js';
import { onChanges } from './watch.js';

/*
 * A token that may be answered has a file `<token>.open`, which is touched by heartbeats; its answer is in
 * `<token>.json`. Any process may write them at any time. The answer is kept until nobody can be about to write another.
 */
const openFile = ({ tokens }: Places, token: string): string => join(tokens, `${safe(token)}.open`);
const answerFile = ({ tokens }: Places, token: string): string => join(tokens, `${safe(token)}.json`);

/** Tokens come from outside: none leads out of the folder. */
const safe = (token: string): string => token.replace(/[^\w-]/g, '_').slice(0, 200);

/** Answers a token; false when nobody waits for it, or it has been answered. */
export const answerToken = async (places: Places, token: string, answer: Answer): Promise<boolean> =>
  existsSync(openFile(places, token)) && putNew(places.temporary, answerFile(places, token), answer);

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

/** Who saw that a token is open has answered it within this time, in milliseconds. */
const patience = 3_600_000;

function removeOld(places: Places): void {
  for (const name of namesIn(places.tokens)) {
    const file = join(places.tokens, name);
    const found = statSync(file, { throwIfNoEntry: false });
    const isOpen = existsSync(file.replace(/json$/, 'open'));
    if (found !== undefined && !isOpen && Date.now() - found.mtimeMs > patience)
      rmSync(file, { force: true });
  }
}

function writeNew(file: string): void {
  try {
    writeFileSync(file, '{}', { flag: 'wx' });
  } catch {
    // It is answered; or the disk is full, which must not spoil what the task has come to.
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
  mkdirSync(places.tokens, { recursive: true });
  removeOld(places);
  const waiters = new Map<string, Waiter>();
  const look = (waiter: Waiter) => {
    const answer = answerIn(answerFile(places, waiter.token));
    if (answer !== undefined) return waiter.resolve(answer);
    const beaten = touched(places, waiter.token);
    // Also earlier than before: the clock may have been set back.
    if (beaten !== waiter.beaten) waiter.onHeartbeat();
    waiter.beaten = beaten;
  };
  onChanges(places.tokens, signal, (names) => {
    const due = names?.flatMap((name) => waiters.get(name.replace(/\.(open|json)$/, '')) ?? []);
    for (const waiter of due ?? waiters.values()) look(waiter);
  });
  return {
    open: (token) => writeFileSync(openFile(places, token), '', { flag: 'a' }),
    close: (token) => {
      // Where there is an answer, there can be no other one: who is late learns that nobody waits.
      writeNew(answerFile(places, token));
      rmSync(openFile(places, token), { force: true });
    },
    wait: (token, { signal, onHeartbeat }) =>
      new Promise((resolve, reject) => {
        const leave = () => {
          waiters.delete(safe(token));
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
        waiters.set(safe(token), waiter);
        look(waiter);
      }),
  };
}

function answerIn(file: string): Answer | undefined {
  try {
    return read<Answer>(file);
  } catch (error) {
    if (isDamaged(error)) return { error: 'States.Runtime', cause: error.message };
    throw error;
  }
}

const touched = (places: Places, token: string): number =>
  statSync(openFile(places, token), { throwIfNoEntry: false })?.mtimeMs ?? 0;
