import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json, JsonObject } from '../../../src/source/document.js';

export const folder = join(import.meta.dirname, '../../../fixtures/interpreter');

/** What a task does in one attempt; without `Return` or `Throw` it gives what it is given. */
export interface Work {
  readonly Return?: Json;
  readonly Throw?: { readonly Error: string; readonly Cause: string };
  /** How long it takes. */
  readonly Seconds?: number;
  /** How its task token is answered, after so many heartbeats, one every so many seconds; not at all when absent. */
  readonly Answer?: Pick<Work, 'Return' | 'Throw'> & {
    readonly Heartbeats?: number;
    readonly Every?: number;
  };
}

/** How an execution ends. */
export interface Ended {
  readonly status: string;
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
}

export interface Case {
  readonly name: string;
  readonly definition: JsonObject;
  readonly input: Json;
  /** By the names of states: for every attempt, or for one after the other, the last of them from then on. */
  readonly tasks: { readonly [state: string]: Work | readonly Work[] };
}

/** What is to come of a case, and what comes of it on the emulator where that differs, and why. */
export type Expected = Ended & { readonly emulator?: Ended & { readonly reason: string } };

const read = (name: string, file: string) => JSON.parse(readFileSync(join(folder, name, file), 'utf8'));

export const cases: readonly Case[] = readdirSync(folder)
  .sort()
  .map((name) => ({
    name,
    definition: read(name, 'definition.asl.json'),
    input: read(name, 'input.json'),
    tasks: existsSync(join(folder, name, 'tasks.json')) ? read(name, 'tasks.json') : {},
  }));

/** Of a new case there is nothing yet; `UPDATE=1` writes it. */
export const expectedOf = (name: string): Partial<Expected> =>
  existsSync(join(folder, name, 'expected.json')) ? read(name, 'expected.json') : {};
