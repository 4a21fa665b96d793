import type { OwnedStack } from '../../environment/orphans.js';
import type { Ports } from '../../ports/index.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { ReportOptions } from '../report.js';
import type { Terminal } from '../terminal.js';

export interface PlaceOptions extends ReportOptions {
  readonly json: boolean;
  readonly store: string | undefined;
}

/** What a command was asked, and who it talks to. */
export interface Asked<O extends PlaceOptions = PlaceOptions> {
  readonly options: O;
  readonly terminal: Terminal;
  /** A command on the same environments, as it is typed. */
  readonly command: (...words: readonly string[]) => string;
  /** Names of the environments that are known to be in AWS. */
  readonly registered: readonly string[];
}

/** How environments are made there, and removed. */
export interface Making {
  /** Makes what an environment consists of beside its settings, with parameters of its template. */
  readonly build: (environment: string, parameters: { readonly [name: string]: string }) => Promise<void>;
  /** Removes that. */
  readonly raze: (environment: string) => Promise<void>;
  /** Whether a deployment makes the environment that it names. */
  readonly byDeploying: boolean;
}

/** The stacks that are there. */
export interface KnownStacks {
  /** Those whose tags say which state made them. */
  readonly owned: () => Promise<readonly OwnedStack[]>;
  /** Names of all, where they are recorded, not created: their failures can be rehearsed. */
  readonly recorded?: () => Promise<readonly string[]>;
}

/** How long it takes there until something is seen; milliseconds. */
export interface Pace {
  /** Between looks at what goes on: more and more while nothing happens. */
  readonly pauses: { readonly least: number; readonly most: number; readonly onTerminal: number };
  readonly uptake: {
    /** What whoever works has to take something up, and between looks at whether they have. */
    readonly patience: number;
    readonly pause: number;
    /** What to do when they have not. */
    readonly help: string;
  };
}

/** Where environments are together, in one store: a folder of this machine, or a region of an account. */
export interface Place<O extends PlaceOptions = PlaceOptions> extends Asked<O> {
  /** `.plancc`, `123456789012/eu-west-1`. The same name is the same store. */
  readonly name: string;
  readonly store: ObjectStore;
  /** Names of the environments that it is asked for. */
  readonly names: () => Promise<readonly string[]>;
  /** The same with those that were removed, whose history stays. */
  readonly namesEver: () => Promise<readonly string[]>;
  /** Who works here, as its records say it. */
  readonly by: string;
  readonly making: Making;
  readonly stacks: KnownStacks;
  readonly pace: Pace;
  /** The same with the engine, which does what is put into the store. */
  readonly work: () => Promise<Working<O>>;
}

export interface Working<O extends PlaceOptions = PlaceOptions> extends Place<O> {
  readonly ports: Pick<Ports, 'clock' | 'orchestrator' | 'store'>;
  /** Sees that somebody takes up what was put. Throws a `StoreError` when the place is gone. */
  readonly wake: () => Promise<void>;
}
