import type { Command } from '../command.js';
import { build } from './build.js';
import { explain } from './explain.js';
import { inspect } from './inspect.js';
import { print } from './print.js';
import { validate } from './validate.js';
import { verify } from './verify.js';

/** Every command, in the order in which the help lists them. */
export const commands: readonly Command[] = [validate, build, inspect, verify, print, explain];
