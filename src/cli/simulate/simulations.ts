import type { Mocks } from '../../engines/local/mocks/mocks.js';
import type { ExecutionStatus } from '../../ports/orchestrator.js';
import type { Json, JsonObject } from '../../source/document.js';

/** One case of `simulations.yaml`. */
export interface Case {
  readonly Environment?: string;
  readonly Parameters?: JsonObject;
  /** Outputs by distribution. */
  readonly Dependencies?: { readonly [distribution: string]: JsonObject };
  readonly Mocks?: Mocks;
  readonly Expect?: Expectation;
}

export interface Expectation {
  readonly Status?: ExecutionStatus;
  readonly Error?: string;
  /** A part of it. */
  readonly Cause?: string;
  /** States in the order in which they are entered, perhaps with others between them. */
  readonly Path?: readonly string[];
  readonly States?: { readonly [state: string]: StateExpectation | readonly StateExpectation[] };
  readonly Outputs?: JsonObject;
  readonly MaxDuration?: string;
}

export interface StateExpectation {
  readonly Attempts?: number;
  readonly Input?: Json;
  readonly Properties?: Json;
  readonly Arguments?: Json;
  readonly Output?: Json;
}

/** The file beside a plan that has them. */
export const simulationsFile = 'simulations.yaml';
