import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Document, parseDocument } from 'yaml';
import { orRefused } from '../../environment/refused.js';
import { address } from '../../schema/address.js';
import type { Terminal } from '../terminal.js';
import { writeWhole } from '../write-whole.js';
import { environmentsFile, type Registered, upwards } from './environments-file.js';

/** Writes into `environments.yaml` where an environment is; all else in it stays as it is. Gives its name. */
export const register = (name: string, at: Registered, { folder }: Terminal): Promise<string> =>
  change(folder, (document) => document.set(name, document.createNode(at, { flow: true })));

/** Takes an environment out of `environments.yaml`. */
export const unregister = (name: string, { folder }: Terminal): Promise<string> =>
  change(folder, (document) => document.delete(name));

/** Where the file is not there yet it begins with its schema, for editors. */
async function change(folder: string, edit: (document: Document) => void): Promise<string> {
  const path = upwards(folder, environmentsFile) ?? join(folder, environmentsFile);
  await orRefused(path, () => {
    const head = `# yaml-language-server: $schema=${address('schemas/environments.schema.json')}\n`;
    const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : head);
    edit(document);
    // Nobody has a file that says `{}`.
    const text = document.toString({ lineWidth: 0 });
    writeWhole(path, text.endsWith('{}\n') ? text.slice(0, -'{}\n'.length) : text);
  });
  return relative(folder, path);
}
