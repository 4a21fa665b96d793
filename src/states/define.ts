import type { JSONSchema } from 'json-schema-to-ts';
import type { Statement } from '../asl/statement.js';
import type { Asset } from '../cloudformation/template.js';
import type { Extra, Path, Place, Problem } from '../diagnostics/problem.js';
import type { Plan, State } from '../language/plan.js';
import type { Shape } from '../language/shape.js';
import type { JsonObject } from '../source/document.js';
import type { Project } from '../source/project.js';

/** One state of a plan as its type sees it: properties have passed the type's schema. */
export interface StateContext<Properties> {
  readonly name: string;
  readonly state: State;
  readonly plan: Plan;
  readonly project: Project;
  /** As written: references are still `${{ … }}` text, intrinsics still objects (`{ Ref: … }`). */
  readonly properties: Properties;
  /** The place of a value inside `Properties`. */
  readonly at: (path: Path, on?: 'key') => Place;
}

/** Why a secret would not stay one at some place, and what to do. */
export interface SecretRefusal extends Extra {
  readonly reason: string;
}

/** What becomes of a state of plancc's in Amazon States Language. All JSON here may hold `${{ }}` and intrinsics. */
export type Lowering =
  /** The AWS integration itself, nothing of ours in between; references find the output under `result`. */
  | {
      readonly kind: 'integration';
      readonly resource: string;
      readonly arguments: JsonObject;
      readonly result: readonly string[];
    }
  /** The worker is called until it says done; it holds the deadline of `timeoutSeconds` over all calls of an attempt. */
  | { readonly kind: 'reconcile'; readonly properties: JsonObject; readonly timeoutSeconds: number }
  /** The worker is given a task token that someone answers later. */
  | {
      readonly kind: 'wait';
      readonly properties: JsonObject;
      readonly timeoutSeconds: number;
      readonly heartbeatSeconds?: number;
    };

export interface StateType<Properties = never> {
  readonly type: string;
  /** One sentence for completion, hover and the table of types. */
  readonly summary: string;
  /** JSON Schema (draft-07) of `Properties`. */
  readonly schema: JSONSchema & object;
  /** Errors it can fail with by name, beside those of the service it calls; `[shown to authors, also reported as]`. */
  readonly errors: { readonly [name: string]: readonly string[] };
  /** What `${{ States.<name> }}` gives. */
  readonly output: (context: StateContext<Properties>) => Shape;
  /** Files and folders of the project that the worker reads, relative to its root. */
  readonly files?: (context: StateContext<Properties>) => readonly string[];
  /** The template, a file of the project, of the one stack that it makes. */
  readonly template?: (context: StateContext<Properties>) => string;
  readonly assets?: (context: StateContext<Properties>) => readonly Asset[];
  /** Checks beyond the schema. */
  readonly check?: (context: StateContext<Properties>) => readonly Problem[];
  /** Names of properties that are lines for a shell: `check` refuses every reference in them, whatever it means. */
  readonly shellProperties?: readonly string[];
  /** Whether a secret parameter may stand at this path of `Properties`, or why not. */
  readonly acceptsSecret?: (path: Path, context: StateContext<Properties>) => true | SecretRefusal;
  readonly lower: (context: StateContext<Properties>) => Lowering;
  /** What the plan's role needs beyond invoking the worker, which acts in its name. */
  readonly permissions?: (context: StateContext<Properties>) => readonly Statement[];
  /** What the role of the runner needs that does its job. */
  readonly jobPermissions?: (context: StateContext<Properties>) => readonly Statement[];
}

/** Defines a state type. `Properties` is the type of its schema: `FromSchema<typeof schema>`. */
export const defineState = <Properties>(definition: StateType<Properties>): StateType<Properties> =>
  definition;
