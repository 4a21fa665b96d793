import type { Services } from '../asl/integrations/sdk/services.js';
import type { Template } from '../cloudformation/template.js';
import type { Path } from '../diagnostics/problem.js';
import type { Document, Json, JsonObject } from '../source/document.js';
import type { Project } from '../source/project.js';

export type QueryLanguage = 'JSONPath' | 'JSONata';

/** The states of one machine: the plan's own, a branch of a Parallel, or the body of a Map. */
export interface Scope {
  readonly kind: 'plan' | 'branch' | 'body';
  /** Path of the object that holds `StartAt` and `States`. */
  readonly path: Path;
  readonly value: JsonObject;
  /** In the source's order. */
  readonly states: ReadonlyMap<string, State>;
  /** The name it starts at, whether or not such a state exists; undefined when there are no states. */
  readonly startAt: string | undefined;
  /** The Parallel or Map that holds it. */
  readonly owner: State | undefined;
}

export interface State {
  readonly name: string;
  readonly type: string;
  /** plancc's own (`cfn`), Amazon's (`Task`), or `unknown`, which has been reported. */
  readonly kind: 'plancc' | 'native' | 'unknown';
  readonly value: JsonObject;
  /** Whether its fields passed the schema; else its type's functions must not see them. */
  readonly valid: boolean;
  readonly path: Path;
  readonly language: QueryLanguage;
  readonly scope: Scope;
  /** Branches of a Parallel or the body of a Map; else empty. */
  readonly inner: readonly Scope[];
  /** The state after it in the source: where it goes without `Next` and `End`. */
  readonly following: string | undefined;
}

export interface Parameter {
  readonly name: string;
  readonly type: 'String' | 'Number' | 'Boolean' | 'List';
  readonly secret: boolean;
  readonly value: JsonObject;
}

/** What is known of a distribution that a plan depends on. */
export interface KnownDependency {
  readonly version: string;
  /** Names. */
  readonly outputs: readonly string[];
}

/** A plan as its phases after `resolve` see it. */
export interface Plan {
  readonly document: Document;
  readonly project: Project;
  readonly value: JsonObject;
  /** Whether its fields at the top level passed the schema. */
  readonly valid: boolean;
  readonly name: string;
  readonly version: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** Ranges of versions by the names of other distributions. */
  readonly dependencies: ReadonlyMap<string, Json>;
  /** Those of them that are at hand, and more. */
  readonly knownDependencies: ReadonlyMap<string, KnownDependency>;
  readonly runners: ReadonlyMap<string, JsonObject>;
  readonly resources: JsonObject;
  /** A CloudFormation template of the project, read once; undefined when it is not there or not readable. */
  readonly template: (path: string) => Template | undefined;
  /** What is known of the services of AWS; read when it is asked for. */
  readonly services?: (() => Services) | undefined;
  readonly machine: Scope;
  /** Every state of every scope, outer before inner, in the source's order. */
  readonly states: readonly State[];
}
