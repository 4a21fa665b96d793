import type { Address } from '../cloudformation/asset-address.js';
import type { ManifestAsset } from '../distribution/manifest.js';
import type { Done, Inventory, Payload } from '../environment/records.js';
import type { Ports } from '../ports/index.js';
import type { StackPlace } from '../ports/stacks.js';
import type { Json } from '../source/document.js';

/** One entry of a state, as the worker hands it to the state's type. */
export interface RunContext<Properties> {
  readonly state: string;
  /** Of the Maps around the state, one index a level; empty outside. */
  readonly iteration: readonly number[];
  /** Unlike that of every other entry of a state in this deployment; can be part of a key. Retries keep it. */
  readonly entry: string;
  /** How often this entry was retried. */
  readonly retry: number;
  /** As lowered: they have passed the type's schema, but values that came by reference may be of any type. */
  readonly properties: Properties;
  readonly payload: Payload;
  readonly ports: Omit<Ports, 'assemblies'>;
}

/** Of a type that is called until it says done. */
export interface ReconcileContext<Properties> extends Omit<RunContext<Properties>, 'ports'> {
  readonly ports: Pick<Ports, 'stacks' | 'values'>;
  /** Of one attempt: the same token again asks how far it is. At most 120 letters, digits and hyphens. */
  readonly token: string;
  /** Whether the deadline has passed: nothing is begun any more, and what can be cancelled is. */
  readonly isOverdue: boolean;
  /** For CloudFormation at some place, the environment's own where none is named. */
  readonly files: (place?: StackPlace) => Promise<Files>;
  /** Puts secrets in the place of their markers; what they were is then masked in all that the state gives. */
  readonly resolved: (value: Json) => Promise<Json>;
  /** What runs of another distribution in this environment. */
  readonly inventory: (distribution: string) => Promise<Inventory | undefined>;
}

/** Of a type that answers later, with the task token. */
export interface WaitContext<Properties> extends RunContext<Properties> {
  readonly token: string;
  /** Puts a question to the environment's approvers. */
  readonly ask: (question: Question) => Promise<void>;
}

export interface Question {
  readonly message: string;
  /** Who may decide; everyone when empty. */
  readonly approvers: readonly string[];
  /** The ARN of a topic that is told of it. */
  readonly notify?: string | undefined;
}

/** The distribution's entries. */
export interface Files {
  /** The text of an entry, such as `files/templates/vpc.yaml`; its digest has been checked. */
  readonly text: (entry: string) => Promise<string>;
  readonly assets: readonly ManifestAsset[];
  /** Where an entry lies for CloudFormation to fetch. */
  readonly address: (entry: string) => Promise<Address>;
  /** Puts a text there that is only known when deploying. */
  readonly put: (text: string) => Promise<Address>;
}

/** Makes it so: gives the output, or throws a `StatesError`, `InProgress` for one who is to ask again. */
export type Reconcile<Properties> = (context: ReconcileContext<Properties>) => Promise<Done>;

/** Registers what will answer the task token; the same entry again changes nothing. */
export type Wait<Properties> = (context: WaitContext<Properties>) => Promise<void>;
