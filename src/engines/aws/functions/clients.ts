import type { As } from '../acting.js';
import { type Clients, createClients } from '../clients.js';

/** Clients for a function: those of its own role and region stay as long as its process, so that connections are used again. */
export function functionClients(): (as: As) => Clients {
  const own = createClients({});
  return ({ region, credentials }) =>
    region === undefined && credentials === undefined
      ? own
      : createClients({
          ...(region !== undefined && { region }),
          ...(credentials !== undefined && { credentials }),
        });
}
