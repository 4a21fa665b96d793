import { posix } from 'node:path';
import { latin } from '../latin.js';
import type { Part } from './part.js';

const atRoot = { cdk: 'App', sam: 'Service', cfn: 'Stack' } as const;

/**
 * A name for the state of each part, after its template or its folder: `network-vpc.yaml` is `NetworkVpc`. Where that
 * fits several, the folders above come before it.
 */
export function stateNames(parts: readonly Part[]): ReadonlyMap<Part, string> {
  const short = (part: Part) => pascal(posix.basename(origin(part))) || atRoot[part.type];
  const shorts = parts.map(short);
  const names = new Map<Part, string>();
  const taken = new Set<string>();
  for (const part of parts) {
    const isOnly = shorts.filter((name) => name === short(part)).length === 1;
    const first = isOnly ? short(part) : pascal(origin(part)) || atRoot[part.type];
    let name = first;
    for (let number = 2; taken.has(name); number++) name = `${first}${number}`;
    taken.add(name);
    names.set(part, name);
  }
  return names;
}

function origin(part: Part): string {
  if (part.type === 'cdk') return part.folder;
  const file = part.file.replace(/\.\w+$/, '');
  return file === 'template' ? part.folder : posix.join(part.folder, file);
}

/** At most 60 letters and digits, a letter first: a name that needs no quotes in references. */
const pascal = (text: string): string =>
  words(text)
    .map((word) => word[0]!.toUpperCase() + word.slice(1))
    .join('')
    .replace(/^\d+/, '')
    .slice(0, 60);

/** `DbPassword` is `db-password`. */
export const kebab = (text: string): string => words(text).join('-').toLowerCase();

const words = (text: string): readonly string[] =>
  latin(text)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
