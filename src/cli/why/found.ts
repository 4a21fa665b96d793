import type { Event, Failure } from '../../environment/failures.js';
import { toldCause } from './cause.js';
import type { Origin, Source } from './source.js';

/** What is known of a state that failed. */
export interface Found extends Origin {
  /** Its name in the definition, where plancc added it for the author's state. */
  readonly added?: string;
  readonly error?: string;
  /** In words for people. */
  readonly cause?: string;
  readonly event?: Pick<Event, 'id' | 'type' | 'time'>;
  /** The Parallels and Maps around it, innermost first; `item` counts from 0. */
  readonly inside: readonly { readonly state: string; readonly item?: number }[];
  /** Failures before it, which the plan caught. */
  readonly before: readonly (Origin & { readonly error?: string })[];
}

/** A state of the definition, and the failures that a history tells of; undefined when there is no such state. */
export function find({ states }: Source, name: string, failures: readonly Failure[] = []): Found | undefined {
  const origin = states.get(name);
  if (origin === undefined) return undefined;
  const failure = failures.at(-1);
  const { error, cause, event, inside = [] } = failure ?? {};
  // A state that is tried again fails several times.
  const caught = new Map(failures.map((one) => [one.state, one]));
  caught.delete(name);
  return {
    ...origin,
    ...(name !== origin.state && { added: name }),
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause: toldCause(cause) }),
    ...(event && { event: { id: event.id, type: event.type, ...(event.time && { time: event.time }) } }),
    inside: inside.map(({ state, index }) => ({
      state: states.get(state)?.state ?? state,
      ...(index !== undefined && { item: index }),
    })),
    before: [...caught.values()].flatMap((one) => {
      const other = states.get(one.state);
      return other === undefined ? [] : [{ ...other, ...(one.error !== undefined && { error: one.error }) }];
    }),
  };
}
