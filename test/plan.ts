import { resolve } from '../src/compiler/resolve/index.js';
import type { Plan } from '../src/language/plan.js';
import { readDocument } from '../src/source/read.js';
import { virtualProject } from '../src/source/virtual.js';

/** A resolved plan from the text of its `plan.yaml`, of which nothing but YAML has been checked. */
export const planOf = (text: string, version?: string): Plan =>
  resolve(readDocument('plan.yaml', text), virtualProject({}), new Set(), version);
