import { readDocument, updateDocument } from '../../../environment/documents.js';
import type { ObjectStore } from '../../../ports/object-store.js';
import { type PlanStacks, withTemplate } from '../../../ports/stacks.js';
import { otherOwner } from '../../../states/cfn/owner.js';
import { belongsTo } from '../../stack-failure.js';
import { createStore } from '../store/index.js';
import { deploy } from './deploy.js';
import { type Machine, machinesOf } from './machines.js';
import { isThere, type StackRecord } from './record.js';
import type { Rehearsal } from './rehearsal.js';
import { remove } from './remove.js';
import { placeOf, placesPrefix, recordKey, type StackPlace } from './stack-place.js';
import { TemplateError } from './template-error.js';

interface Setting {
  /** The folder with the records of all stacks. */
  readonly folder: string;
  /** Whether, and where, the attempts of a stack are to fail. */
  readonly rehearse: (stack: string) => Rehearsal;
  /** Called with each state machine of a stack that was made so; the same machine may come again. */
  readonly onMachine: (machine: Machine) => Promise<void>;
}

/**
 * Stacks that are recorded, and not made: templates, parameters, conditions, outputs, failures and rollbacks are as with
 * CloudFormation, but of resources there is nothing more than their properties in a record. What only AWS could know is
 * given as a placeholder such as `<Vpc.VpcId>`. Not looked at are `Rules`, stack policies, service roles, and of a resource
 * all but its condition, its properties and what it depends on.
 */
export function createStacks({ folder, rehearse, onMachine }: Setting): PlanStacks {
  const store = createStore(folder);
  return {
    reconcile: async (asked) => {
      try {
        const request = await withTemplate(asked);
        const place = placeOf(request);
        const surroundings = {
          place,
          others: await othersOf(store, place),
          rehearsal: rehearse(request.name),
        };
        const record = await updateDocument<StackRecord>(store, recordKey(place), (last) => {
          if (last?.token === request.token) return last;
          const owner = isThere(last) ? otherOwner(last.tags, request.tags) : undefined;
          if (owner !== undefined) throw new TemplateError(belongsTo(request.name, owner));
          if (request.action === 'Deploy') return deploy(last, request, surroundings);
          return last && remove(last, request, surroundings);
        });
        if (record === undefined) return { status: 'done', outputs: {}, changes: [] };
        for (const machine of machinesOf(place, record.resources)) await onMachine(machine);
        return record.result;
      } catch (error) {
        if (error instanceof TemplateError) return { status: 'failed', reason: error.message };
        throw error;
      }
    },
    outputs: async (name) => {
      const record = await readDocument<StackRecord>(store, recordKey(placeOf({ name })));
      return isThere(record) ? record.outputs : {};
    },
  };
}

async function othersOf(store: ObjectStore, place: StackPlace): Promise<readonly StackRecord[]> {
  const own = recordKey(place);
  const keys = (await store.list(placesPrefix(place))).filter((key) => key !== own);
  const found = await Promise.all(keys.map((key) => readDocument<StackRecord>(store, key)));
  return found.filter((record) => record !== undefined);
}
