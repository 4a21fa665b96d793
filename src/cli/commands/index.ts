import type { Command } from '../command.js';
import { build } from './build.js';
import { completion } from './completion.js';
import { explain } from './explain.js';
import { graph } from './graph.js';
import { helpOn } from './help.js';
import { host } from './host.js';
import { init } from './init.js';
import { inspect } from './inspect.js';
import { permissions } from './permissions.js';
import { print } from './print.js';
import { schema } from './schema.js';
import { validate } from './validate.js';
import { verify } from './verify.js';
import { why } from './why.js';

const others: readonly Command[] = [
  init,
  validate,
  build,
  inspect,
  verify,
  why,
  graph,
  permissions,
  print,
  explain,
  schema,
  completion,
];

/** Every command, in the order in which the help lists them. */
export const commands: readonly Command[] = [...others, helpOn(others.map(({ name }) => name))];

/** What plancc starts by itself, and nobody has to know. */
export const processes: readonly Command[] = [host];
