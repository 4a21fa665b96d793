import type { Stack } from '@aws-sdk/client-cloudformation';
import type { PlanStacks, StackRequest, StackResult } from '../../../ports/stacks.js';
import { otherOwner } from '../../../states/cfn/owner.js';
import { belongsTo, leftIn } from '../../stack-failure.js';
import type { Acting } from '../acting.js';
import { act, type Means, settle } from './act.js';
import { changesOf } from './changes.js';
import { failureOf } from './failure.js';
import { type Look, look, stackNamed } from './look.js';
import { next, type Step } from './next.js';
import { clientsFor, type Home, putTemplate, storeFor } from './place.js';
import { refused } from './refused.js';
import { stuckIn } from './stuck.js';
import { tagsOf } from './tags.js';
import { whyRefused } from './validation.js';

interface Setting {
  readonly acting: Acting;
  readonly home: Home;
  /** ARN of the service role of the environment, for stacks whose request names none. */
  readonly stackRole: string;
}

/**
 * Stacks of CloudFormation, by change sets. A call looks at the stack, takes one step, and never waits; what an attempt has
 * done is seen in CloudFormation alone, so that it goes on wherever a call was ended.
 */
export function createStacks({ acting, home, stackRole }: Setting): PlanStacks {
  const otherStore: PlanStacks['storeFor'] = (place) => storeFor(acting, home, place);
  return {
    reconcile: async (request) => {
      const client = await clientsFor(acting, request).cloudformation();
      // The role of another account is not one that this account could hand over.
      const own = request.assumeRoleArn === undefined ? stackRole : undefined;
      return reconcile(request, {
        client,
        roleArn: request.roleArn ?? own,
        putTemplate: async (text) => putTemplate((await otherStore(request)) ?? home, text),
      });
    },
    outputs: async (name) => outputsOf(await stackNamed(await clientsFor(acting, {}).cloudformation(), name)),
    storeFor: otherStore,
  };
}

/** Takes the next step of an attempt. */
export async function reconcile(request: StackRequest, means: Means): Promise<StackResult> {
  const see = () => look(means.client, request);
  try {
    const seen = await see();
    const owner = otherOwner(tagsOf(seen.found?.Tags), request.tags);
    if (owner !== undefined) return { status: 'failed', reason: belongsTo(request.name, owner) };
    const step = next(seen, request);
    const result = await take(step, seen, request, means).catch(refused);
    if (result.status !== 'failed' || step.startsWith('failed')) return result;
    // What CloudFormation refuses may have been done by another call, or cannot be done as long as others do something.
    return next(await see(), request) === step ? result : { status: 'in progress' };
  } catch (error) {
    return refused(error);
  }
}

async function take(step: Step, seen: Look, request: StackRequest, means: Means): Promise<StackResult> {
  const { client } = means;
  const { name } = request;
  const failed = (reason: string): StackResult => ({ status: 'failed', reason });
  switch (step) {
    case 'wait':
      return { status: 'in progress' };
    case 'done': {
      await settle(client, request, seen.stack!.isProtected);
      const changes = await changesOf(client, name, seen);
      return { status: 'done', outputs: outputsOf(seen.found), changes };
    }
    case 'done unchanged':
      await settle(client, request, seen.stack!.isProtected);
      // Change sets that have failed are never removed otherwise.
      await act('DeleteChangeSet', request, means);
      return { status: 'done', outputs: outputsOf(seen.found), changes: [] };
    case 'done deleted':
      return { status: 'done', outputs: {}, changes: [] };
    case 'failed':
      return failed(await failureOf(client, seen.found!));
    case 'failed changes':
      return failed(
        `${await whyRefused(client, seen.changeSetId, seen.reason)}; ${leftIn(seen.stack!.status)}`,
      );
    case 'failed stuck':
      return failed(stuckIn(name, seen.stack!.status));
    case 'failed protected':
      return failed(
        `the stack \`${name}\` is protected from being deleted; lift that with \`TerminationProtection: false\``,
      );
    default:
      await act(step, request, means);
      return { status: 'in progress' };
  }
}

const outputsOf = (stack: Stack | undefined): { readonly [name: string]: string } =>
  Object.fromEntries(
    (stack?.Outputs ?? []).map(({ OutputKey, OutputValue }) => [OutputKey!, OutputValue ?? '']),
  );
