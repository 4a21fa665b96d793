import { worldOf } from '../world.js';
import { functionClients } from './clients.js';
import { controlled } from './controlled.js';
import type { ControllerEvent } from './events.js';
import { leaving } from './leaving.js';

const clients = functionClients();
const opened = worldOf(process.env, clients);
// What is wrong with it is told to each call.
opened.catch(() => {});

/** The controller of an environment. */
export const handler = (event: ControllerEvent) => leaving(async () => controlled(event, await opened));
