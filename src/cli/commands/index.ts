import type { Command } from '../command.js';
import { approve } from './approve.js';
import { build } from './build.js';
import { completion } from './completion.js';
import { deploy } from './deploy.js';
import { env } from './env.js';
import { explain } from './explain.js';
import { follow } from './follow.js';
import { graph } from './graph.js';
import { helpOn } from './help.js';
import { history } from './history.js';
import { host } from './host.js';
import { init } from './init.js';
import { inspect } from './inspect.js';
import { logs } from './logs.js';
import { orphans } from './orphans.js';
import { output } from './output.js';
import { permissions } from './permissions.js';
import { print } from './print.js';
import { promote } from './promote.js';
import { reject } from './reject.js';
import { retry } from './retry.js';
import { rollback } from './rollback.js';
import { schema } from './schema.js';
import { setup } from './setup.js';
import { ship } from './ship.js';
import { simulate } from './simulate.js';
import { status } from './status.js';
import { stop } from './stop.js';
import { validate } from './validate.js';
import { verify } from './verify.js';
import { why } from './why.js';
import { worker } from './worker.js';

const others: readonly Command[] = [
  init,
  validate,
  simulate,
  build,
  deploy,
  follow,
  status,
  history,
  output,
  logs,
  why,
  approve,
  reject,
  stop,
  retry,
  rollback,
  promote,
  setup,
  env,
  orphans,
  ship,
  inspect,
  verify,
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
export const processes: readonly Command[] = [host, worker];
