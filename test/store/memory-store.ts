import { hash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { sortedPaths } from '../../src/distribution/names.js';
import type { Body, ObjectStore } from '../../src/ports/object-store.js';

/** A store in memory, the simplest that keeps the promises of `ObjectStore`. */
export function memoryStore(objects: Map<string, Buffer> = new Map()): ObjectStore {
  const tagOf = (body: Buffer): string => hash('sha256', body);
  const bytes = (body: Body): Buffer => ('file' in body ? readFileSync(body.file) : Buffer.from(body));
  return {
    async get(key) {
      const body = objects.get(key);
      return body && { body: Buffer.from(body), tag: tagOf(body) };
    },
    has: async (key) => objects.has(key),
    async download(key, file) {
      const body = objects.get(key);
      if (body === undefined) return false;
      if (existsSync(file)) throw new Error(`${file} is there`);
      writeFileSync(file, body);
      return true;
    },
    list: async (prefix) => sortedPaths([...objects.keys()].filter((key) => key.startsWith(prefix))),
    folders: async (prefix) => {
      const below = [...objects.keys()].filter((key) => key.startsWith(prefix));
      const rests = below.map((key) => key.slice(prefix.length).split('/'));
      return sortedPaths([...new Set(rests.flatMap(([name, ...rest]) => (rest.length > 0 ? [name!] : [])))]);
    },
    async putIfAbsent(key, body) {
      if (objects.has(key)) return false;
      objects.set(key, bytes(body));
      return true;
    },
    async putIfMatch(key, body, tag) {
      const current = objects.get(key);
      if (current === undefined || tagOf(current) !== tag) return false;
      objects.set(key, bytes(body));
      return true;
    },
    async delete(key) {
      objects.delete(key);
    },
  };
}
