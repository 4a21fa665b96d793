import { isList, isObject, objectOr } from '../../language/json.js';
import type { Json, JsonObject } from '../../source/document.js';
import { entryOf, stayOf } from '../keys.js';
import type { Payload } from '../records.js';

/** What the definition of a plan sends to the worker: `compiler/lower/task.ts` writes it. */
export interface WorkRequest {
  readonly type: string;
  readonly state: string;
  readonly properties: JsonObject;
  readonly payload: Payload;
  /** The ARN of the execution that calls. */
  readonly execution: string;
  /** When the state was entered, in milliseconds since 1970. */
  readonly entered: number;
  readonly retry: number;
  readonly iteration: readonly number[];
  /** Unlike that of every other entry of a state in the deployment. */
  readonly entry: string;
  /** How long the worker may take, or the task token of a state that waits. */
  readonly mode: { readonly timeoutSeconds: number } | { readonly token: string };
}

/** Throws when the request cannot be one that plancc compiled. */
export function readRequest(request: Json): WorkRequest {
  const fields = objectOr(request);
  const { type, state, properties, payload, execution, redrive, retry, entered, token, timeoutSeconds } =
    fields;
  const wrong = (field: string, what: string): never => {
    throw new Error(`the worker was called with a request whose \`${field}\` is not ${what}`);
  };
  const text = (field: string, value: Json | undefined): string =>
    typeof value === 'string' && value !== '' ? value : wrong(field, 'a text');
  const count = (field: string, value: Json | undefined): number =>
    typeof value === 'number' && Number.isInteger(value) && value >= 0 ? value : wrong(field, 'a count');
  const name = text('state', state);
  const time = Date.parse(text('entered', entered));
  if (Number.isNaN(time)) wrong('entered', 'a time');
  const iteration = objectOr(payload).iteration ?? [];
  if (!isList(iteration)) return wrong('payload.iteration', 'a list');
  const indexes = iteration.map((index) => count('payload.iteration', index));
  return {
    type: text('type', type),
    state: name,
    properties: isObject(properties) ? properties : wrong('properties', 'an object'),
    payload: isPayload(payload) ? payload : wrong('payload', 'the payload of a deployment'),
    execution: text('execution', execution),
    entered: time,
    retry: count('retry', retry),
    iteration: indexes,
    entry: stayOf(entryOf(name, indexes), count('redrive', redrive), time),
    mode:
      token === undefined
        ? {
            timeoutSeconds:
              Number(timeoutSeconds) > 0 ? Number(timeoutSeconds) : wrong('timeoutSeconds', 'a time'),
          }
        : { token: text('token', token) },
  };
}

/** What the worker itself needs of it. */
const isPayload = (payload: Json | undefined): payload is JsonObject & Payload => {
  const { environment, distribution, deployment } = objectOr(payload);
  const { name, version, id } = objectOr(distribution);
  return [environment, name, version, id, objectOr(deployment).id].every(
    (part) => typeof part === 'string' && part !== '',
  );
};
