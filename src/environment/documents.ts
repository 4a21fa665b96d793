import { problem } from '../diagnostics/problem.js';
import { isObject } from '../language/json.js';
import type { ObjectStore, StoredObject } from '../ports/object-store.js';
import { StoreError } from '../ports/store-error.js';
import type { Json } from '../source/document.js';
import { wrongField } from './shapes.js';

/** Reads a JSON document; undefined when there is none. Throws a `StoreError` when it is not a JSON object. */
export async function readDocument<T extends object>(
  store: ObjectStore,
  key: string,
): Promise<T | undefined> {
  const found = await store.get(key);
  return found && parse<T>(key, found);
}

/** False when there is a document of that key already, which stays as it is. */
export const createDocument = <T extends object>(
  store: ObjectStore,
  key: string,
  document: T,
): Promise<boolean> => store.putIfAbsent(key, bytesOf(document));

/**
 * Changes a document, or makes it, as if nobody else did so at the same time. `change` gets the document, or undefined
 * when there is none, and gives what is to be there; undefined, or the very document it got, leaves all as it is. It is
 * called again when another was quicker, and so does nothing else. Gives the document that is there in the end.
 */
export async function updateDocument<T extends object>(
  store: ObjectStore,
  key: string,
  change: (document: T | undefined) => T | undefined,
): Promise<T | undefined> {
  for (;;) {
    const found = await store.get(key);
    const current = found && parse<T>(key, found);
    const changed = change(current);
    if (changed === undefined || changed === current) return current;
    const body = bytesOf(changed);
    const isPut =
      found === undefined ? await store.putIfAbsent(key, body) : await store.putIfMatch(key, body, found.tag);
    if (isPut) return changed;
  }
}

/** Puts a document in the place of one that cannot be read. One that can be read by now stays as it is. */
export async function replaceDamaged<T extends object>(
  store: ObjectStore,
  key: string,
  document: T,
): Promise<void> {
  const found = await store.get(key);
  if (found === undefined) return;
  try {
    parse(key, found);
  } catch {
    await store.putIfMatch(key, bytesOf(document), found.tag);
  }
}

/** People read them, too. */
const bytesOf = (document: object): Buffer => Buffer.from(`${JSON.stringify(document, null, 2)}\n`);

function parse<T extends object>(key: string, { body }: StoredObject): T {
  const value = parseJson(body);
  const wrong = isObject(value) ? wrongField(key, value) : undefined;
  if (isObject(value) && wrong === undefined) return value as T;
  const reason =
    wrong !== undefined
      ? `has no valid \`${wrong}\``
      : body.length === 0
        ? 'is empty'
        : value === undefined
          ? 'is not JSON'
          : 'is not an object';
  const help = 'put back what was there, or remove it if it is not needed';
  throw new StoreError(problem('PLAN7002', { file: key }, { key, reason }, { help }));
}

/** Bytes that a request or a decision may have: what is in it becomes part of a record, which everybody reads whole. */
export const largestPut = 64 << 10;

/** Undefined for what is not JSON. */
export function parseJson(body: Buffer): Json | undefined {
  try {
    return JSON.parse(body.toString('utf8')) as Json;
  } catch {
    return undefined;
  }
}
