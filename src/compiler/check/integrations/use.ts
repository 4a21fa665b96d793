import { readResource, type WrittenResource } from '../../../asl/integrations/written.js';
import type { Path, Place } from '../../../diagnostics/problem.js';
import { isIntrinsic } from '../../../language/intrinsic.js';
import { isList } from '../../../language/json.js';
import type { Plan, State } from '../../../language/plan.js';
import { hasReference } from '../../../language/text.js';
import type { Json } from '../../../source/document.js';

/** A Task and what its `Resource` says. */
export interface Use {
  readonly plan: Plan;
  readonly state: State;
  readonly text: string;
  readonly written: WrittenResource;
  /** The place of some characters of the ARN; of all of it without a span. */
  readonly at: (span?: readonly [number, number]) => Place;
}

/** An integration that a Task calls. */
export interface IntegrationUse extends Use {
  readonly written: Extract<WrittenResource, { kind: 'integration' }>;
}

/** Undefined for a state that calls nothing, or where it is not known what. */
export function useOf(plan: Plan, state: State): Use | undefined {
  if (state.kind !== 'native' || state.type !== 'Task') return undefined;
  const found = textOf(state.value.Resource);
  if (found === undefined || hasReference(found.text)) return undefined;
  const written = readResource(found.text);
  const path = [...state.path, 'Resource', ...found.path];
  const at: Use['at'] = (span) => ({ file: plan.document.file, path, span });
  return written && { plan, state, text: found.text, written, at };
}

/** The text of a `Resource`, which may stand in `!Sub`. */
function textOf(resource: Json | undefined): { readonly text: string; readonly path: Path } | undefined {
  if (typeof resource === 'string') return { text: resource, path: [] };
  const sub = isIntrinsic(resource) ? resource['Fn::Sub'] : undefined;
  if (typeof sub === 'string') return { text: sub, path: ['Fn::Sub'] };
  const [text] = isList(sub) ? sub : [];
  return typeof text === 'string' ? { text, path: ['Fn::Sub', 0] } : undefined;
}

/** An integration by its name in the ARN: `sns:publish`. */
export const called = ({ written: { sdk, service, api } }: IntegrationUse): string =>
  `${sdk ? 'aws-sdk:' : ''}${service.text}:${api.text}`;

/** Where a state says what it passes on. */
export const argumentsField = (state: State): 'Parameters' | 'Arguments' =>
  state.language === 'JSONata' ? 'Arguments' : 'Parameters';
