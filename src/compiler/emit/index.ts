import type { Asset } from '../../cloudformation/template.js';
import type { Place } from '../../diagnostics/problem.js';
import type { Plan } from '../../language/plan.js';
import type { JsonObject } from '../../source/document.js';
import type { StateContext, StateType } from '../../states/define.js';
import { contextOf, typeOf } from '../../states/registry.js';
import type { Lowered } from '../lower/index.js';
import { graphOf } from './graph/index.js';
import { mermaid } from './graph/mermaid.js';
import { type OwnedStatement, permissions } from './permissions.js';
import { plain, printCompact, printTree } from './print.js';
import { sourceMap } from './source-map.js';
import { emitTemplate } from './template/index.js';

/** A file or folder of the project, by its path from the root. */
export interface NeededFile {
  readonly path: string;
  readonly state: string;
  /** Of the state. */
  readonly place: Place;
}

/** What a plan compiles to. */
export interface Emitted {
  /** Amazon States Language with `${Name}` where `substitutions` has a value that CloudFormation puts in. */
  readonly definition: JsonObject;
  /** Characters of the definition as it goes to Step Functions. */
  readonly definitionSize: number;
  readonly substitutions: { readonly [name: string]: JsonObject };
  /** The CloudFormation template of the plan's stack. */
  readonly template: JsonObject;
  readonly sourceMap: JsonObject;
  /** The plan as a Mermaid flowchart. */
  readonly graph: string;
  readonly permissions: readonly OwnedStatement[];
  /** `Outputs` as a payload template over the payload at the end. */
  readonly outputs: JsonObject;
  /** The files of `plan/` in the distribution, in their order. */
  readonly parts: readonly { readonly path: string; readonly text: string }[];
  /** Files and folders of the project that states cannot do without, with the state that needs each first. */
  readonly files: readonly NeededFile[];
  /** Files and folders that templates name, to be packed for CloudFormation. */
  readonly assets: readonly Asset[];
}

/** Source map, graph and the texts of `parts` are made when they are asked for: a check needs none of them. */
export function emit(plan: Plan, lowered: Lowered): Emitted {
  const { definition, substitutions, outputs } = lowered;
  const compact = printCompact(definition);
  const statements = permissions(plan);
  const template = emitTemplate({ plan, definition: compact, substitutions, statements });
  return {
    definitionSize: compact.length,
    substitutions,
    template,
    permissions: statements,
    outputs,
    files: neededFiles(plan),
    assets: ofStates(plan, (type, context) => type.assets?.(context)),
    get definition() {
      return plain(definition) as JsonObject;
    },
    get sourceMap() {
      return sourceMap(plan, definition, lowered.names);
    },
    get graph() {
      return mermaid(graphOf(plan));
    },
    get parts() {
      return [
        { path: 'plan/definition.asl.json', text: printTree(definition) },
        { path: 'plan/substitutions.json', text: printTree(substitutions) },
        { path: 'plan/template.json', text: printTree(template) },
        { path: 'plan/sourcemap.json', text: printTree(this.sourceMap) },
        { path: 'plan/graph.mmd', text: this.graph },
      ];
    },
  };
}

function neededFiles(plan: Plan): readonly NeededFile[] {
  const files = ofStates(plan, (type, context) =>
    type.files?.(context).map((path) => {
      const { name, state } = context;
      return { path, state: name, place: { file: plan.document.file, path: state.path, on: 'key' as const } };
    }),
  );
  return [...new Map(files.toReversed().map((file) => [file.path, file])).values()].toReversed();
}

/** What the types of plancc's states say of each of them. */
const ofStates = <T>(
  plan: Plan,
  give: (type: StateType, context: StateContext<never>) => readonly T[] | undefined,
): readonly T[] =>
  plan.states.flatMap((state) =>
    state.kind === 'plancc' ? (give(typeOf(state), contextOf(plan, state)) ?? []) : [],
  );
