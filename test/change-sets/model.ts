import type { CreateChangeSetCommandInput, StackEvent, StackStatus } from '@aws-sdk/client-cloudformation';

/** What the model does when it is asked to. Everything takes as many requests as `pace` says. */
export interface Behaviour {
  /** Whether the resources of an operation fail: once for each operation, in their order. */
  readonly fails: (operation: 'create' | 'update' | 'delete' | 'rollback') => boolean;
  readonly pace: () => number;
  /** Whether a change set is not to be had any more once it was executed, not even by its ARN. */
  readonly forgets?: boolean;
}

export interface ModelStack {
  readonly id: string;
  status: StackStatus;
  template: string | undefined;
  parameters: { readonly [name: string]: string };
  isProtected: boolean;
  policy?: string | undefined;
  changeSetId?: string | undefined;
  /** Newest first. */
  readonly events: StackEvent[];
  readonly changeSets: Map<string, ModelChangeSet>;
}

interface ModelChangeSet {
  readonly id: string;
  readonly input: CreateChangeSetCommandInput;
  status: string;
  execution: string;
  reason: string;
}

export const fault = (name: string, message: string): Error => Object.assign(new Error(message), { name });
export const invalid = (message: string): Error => fault('ValidationError', message);

/** Operations and their ends: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/view-stack-events.html */
const rollsBack: { readonly [status: string]: readonly [StackStatus, StackStatus, StackStatus] } = {
  CREATE_IN_PROGRESS: ['ROLLBACK_IN_PROGRESS', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'],
  UPDATE_IN_PROGRESS: ['UPDATE_ROLLBACK_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED'],
};

export type Model = ReturnType<typeof createModel>;

/** One stack of CloudFormation, as its documents describe it. */
export function createModel(behaviour: Behaviour) {
  let stack: ModelStack | undefined;
  let time = Date.UTC(2026, 10, 23);
  let stacksMade = 0;
  /** What is left to happen, one thing after another. */
  let plans: (() => void)[] = [];
  let pause = 0;
  const executed: string[] = [];

  const event = (status: string, more: Partial<StackEvent>): void => {
    time += 1000;
    const own = { LogicalResourceId: 'shop', PhysicalResourceId: stack!.id };
    const type = 'AWS::CloudFormation::Stack';
    stack!.events.unshift({
      ...own,
      ResourceType: type,
      ...more,
      ResourceStatus: status as NonNullable<StackEvent['ResourceStatus']>,
      Timestamp: new Date(time),
      StackId: stack!.id,
      EventId: String(time),
      StackName: 'shop',
    });
  };
  const become = (status: StackStatus, token?: string, reason?: string): void => {
    stack!.status = status;
    event(status, { ClientRequestToken: token, ResourceStatusReason: reason });
  };
  const later = (...steps: (() => void)[]): void => {
    plans = steps;
    pause = behaviour.pace();
  };
  const tick = (): void => {
    if (pause-- > 0) return;
    plans.shift()?.();
    pause = behaviour.pace();
  };
  const queue = (status: string, token: string | undefined, reason?: string): void =>
    event(status, {
      LogicalResourceId: 'Queue',
      PhysicalResourceId: 'shop-queue',
      ResourceType: 'AWS::SQS::Queue',
      ClientRequestToken: token,
      ResourceStatusReason: reason,
    });

  function rollBack(token: string | undefined): void {
    const [begun, done, failed] = rollsBack[stack!.status.replace('_FAILED', '_IN_PROGRESS')]!;
    become(begun, token, 'The following resource(s) failed: [Queue].');
    later(() => become(behaviour.fails('rollback') ? failed : done, token));
  }

  function operate(set: ModelChangeSet, token: string | undefined, keeps: boolean): void {
    const verb = set.input.ChangeSetType === 'CREATE' ? 'create' : 'update';
    const name = verb === 'create' ? 'CREATE' : 'UPDATE';
    const { TemplateURL, Parameters = [] } = set.input;
    become(`${name}_IN_PROGRESS`, token, 'User Initiated');
    set.execution = 'EXECUTE_IN_PROGRESS';
    later(() => {
      if (behaviour.fails(verb)) {
        queue(`${name}_FAILED`, token, 'no room');
        set.execution = 'EXECUTE_FAILED';
        if (keeps) become(`${name}_FAILED`, token);
        else rollBack(token);
        return;
      }
      queue(`${name}_COMPLETE`, token);
      set.execution = 'EXECUTE_COMPLETE';
      stack!.template = TemplateURL;
      stack!.parameters = Object.fromEntries(
        Parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey!, ParameterValue!]),
      );
      if (verb === 'create') become('CREATE_COMPLETE', token);
      else {
        become('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', token);
        later(() => become('UPDATE_COMPLETE', token));
      }
    });
  }

  const isStill = (status: StackStatus): boolean => !/IN_PROGRESS$/.test(status);
  const there = (): ModelStack => {
    if (stack === undefined) throw invalid('Stack with id shop does not exist');
    return stack;
  };
  const still = (): ModelStack => {
    const found = there();
    if (!isStill(found.status))
      throw invalid(`Stack:${found.id} is in ${found.status} state and can not be updated.`);
    return found;
  };

  /** Executed, it is found by its ARN alone: https://github.com/guardian/riff-raff/pull/672 */
  const changeSetOf = (name: string): ModelChangeSet => {
    const set = [...there().changeSets.values()].find(
      ({ id, execution, input }) =>
        (id === name && !(behaviour.forgets && execution.endsWith('_COMPLETE'))) ||
        (input.ChangeSetName === name && !execution.startsWith('EXECUTE_')),
    );
    if (set === undefined) throw fault('ChangeSetNotFoundException', `ChangeSet [${name}] does not exist`);
    return set;
  };

  const newStack = (): ModelStack => ({
    id: `arn:aws:cloudformation:eu-west-1:123456789012:stack/shop/${++stacksMade}`,
    status: 'REVIEW_IN_PROGRESS',
    template: undefined,
    parameters: {},
    isProtected: false,
    events: [],
    changeSets: new Map(),
  });

  function createChangeSet(input: CreateChangeSetCommandInput): object {
    if (input.ChangeSetType === 'CREATE') {
      if (stack !== undefined && stack.status !== 'REVIEW_IN_PROGRESS')
        throw fault('AlreadyExistsException', 'Stack [shop] already exists');
      stack ??= newStack();
    } else {
      if (/^(ROLLBACK_|DELETE_FAILED|UPDATE_ROLLBACK_FAILED)/.test(still().status))
        throw invalid(`Stack:${stack!.id} is in ${stack!.status} state and can not be updated.`);
    }
    const name = input.ChangeSetName!;
    if (stack!.changeSets.has(name))
      throw fault('AlreadyExistsException', `ChangeSet ${name} already exists`);
    const id = `arn:aws:cloudformation:eu-west-1:123456789012:changeSet/${name}/${stack!.changeSets.size}`;
    const set: ModelChangeSet = {
      id,
      input,
      status: 'CREATE_IN_PROGRESS',
      execution: 'UNAVAILABLE',
      reason: '',
    };
    stack!.changeSets.set(name, set);
    const isNothing = isStill(stack!.status) && stack!.template === input.TemplateURL;
    const finish = () => {
      set.status = isNothing ? 'FAILED' : 'CREATE_COMPLETE';
      set.execution = isNothing ? 'UNAVAILABLE' : 'AVAILABLE';
      if (isNothing) set.reason = "The submitted information didn't contain changes.";
    };
    plans.push(finish);
    return { Id: id };
  }

  function deleteStack(token: string | undefined): object {
    if (stack === undefined) return {};
    if (stack.isProtected)
      throw invalid('Stack [shop] cannot be deleted while TerminationProtection is enabled');
    if (stack.status === 'REVIEW_IN_PROGRESS') {
      stack = undefined;
      return {};
    }
    become('DELETE_IN_PROGRESS', token, 'User Initiated');
    later(() => {
      if (!behaviour.fails('delete')) {
        stack = undefined;
        return;
      }
      queue('DELETE_FAILED', token, 'it is not empty');
      become('DELETE_FAILED', token, 'The following resource(s) failed to delete: [Queue].');
    });
    return {};
  }

  return {
    executed,
    tick,
    get stack() {
      return stack;
    },
    there,
    still,
    changeSetOf,
    createChangeSet,
    deleteStack,
    rollBack,
    execute: (set: ModelChangeSet, token: string | undefined, keeps: boolean) => {
      executed.push(set.id);
      stack!.changeSetId = set.id;
      for (const other of stack!.changeSets.values()) if (other !== set) other.execution = 'OBSOLETE';
      operate(set, token, keeps);
    },
    /** Puts a stack there that somebody has made before. */
    put: (status: StackStatus, more: Partial<ModelStack> = {}) => {
      stack = { ...newStack(), status, template: 'an old one', ...more };
      plans = [];
      become(status, 'someone');
    },
  };
}
