import { objectOr } from '../../../language/json.js';
import type { Json } from '../../../source/document.js';
import { worldOf } from '../world.js';
import { functionClients } from './clients.js';
import { leaving } from './leaving.js';
import { worked } from './worked.js';

const clients = functionClients();

/** The worker of an environment. What a plan names it does as the role of the plan that calls. */
export const handler = (request: Json) =>
  leaving(async () =>
    worked(request, await worldOf(process.env, clients, String(objectOr(request).execution))),
  );
