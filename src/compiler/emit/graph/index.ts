import { linesOf, positionAt } from '../../../diagnostics/position.js';
import { objectOr } from '../../../language/json.js';
import type { Plan, Scope, State } from '../../../language/plan.js';
import { aboutOf } from './about.js';
import { edgesOf } from './edges.js';
import type { Graph, GraphNode, GraphScope } from './model.js';
import { retriesOf } from './retries.js';
import { sourceOf } from './source.js';
import { condition } from './words.js';

/** What a picture of a plan shows. A plan with mistakes gives what can be shown of it. */
export function graphOf(plan: Plan): Graph {
  const { document, name, version, value } = plan;
  const lines = linesOf(document.text);
  const ids = new Map(plan.states.map((state, index) => [state, `s${index}`]));

  const node = (state: State): GraphNode => ({
    id: ids.get(state)!,
    name: state.name,
    type: state.type,
    about: aboutOf(state),
    when: state.value.When === undefined ? undefined : condition(objectOr(state.value.When)),
    retries: retriesOf(state),
    line: positionAt(lines, document.range(state.path, 'key')[0]).line,
    source: sourceOf(document, state),
    inner: state.inner.map((inner, index) => scope(inner, titleOf(inner, index, state.inner.length))),
  });
  const scope = (inner: Scope, title: string | undefined): GraphScope => ({
    title,
    start: inner.startAt === undefined ? undefined : ids.get(inner.states.get(inner.startAt)!),
    nodes: [...inner.states.values()].map(node),
    edges: edgesOf(inner, ids),
  });
  return {
    name,
    version,
    description: typeof value.Description === 'string' ? value.Description : undefined,
    file: document.file,
    machine: scope(plan.machine, undefined),
  };
}

function titleOf(scope: Scope, index: number, count: number): string | undefined {
  const { Comment } = scope.value;
  if (typeof Comment === 'string') return Comment;
  return count > 1 ? `branch ${index + 1}` : undefined;
}
