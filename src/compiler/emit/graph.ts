import type { Plan, Scope, State } from '../../language/plan.js';
import { catchersOf, exitsOf, skipOf } from '../flow/exits.js';

/** Mermaid's own brackets for the shape of a state. */
const shapes: { readonly [type: string]: readonly [string, string] } = {
  Choice: ['{', '}'],
  Succeed: ['([', '])'],
  Fail: ['([', '])'],
  Wait: ['[/', '/]'],
  approval: ['{{', '}}'],
};

/** The plan as a Mermaid flowchart: states with their types, branches and Map bodies as groups. */
export function graph(plan: Plan): string {
  const ids = new Map(plan.states.map((state, index) => [state, `s${index}`]));
  const lines = ['flowchart TD', '  start((start))', '  finish((end))'];
  writeScope(plan.machine, ids, '  ', lines, { start: 'start', end: 'finish' });
  return `${lines.join('\n')}\n`;
}

type Ids = ReadonlyMap<State, string>;

function writeScope(
  scope: Scope,
  ids: Ids,
  indent: string,
  lines: string[],
  ends?: { start: string; end: string },
): void {
  for (const state of scope.states.values()) writeState(state, ids, indent, lines);
  const id = (name: string): string | undefined => {
    const state = scope.states.get(name);
    return state === undefined ? undefined : ids.get(state)!;
  };
  const first = scope.startAt === undefined ? undefined : id(scope.startAt);
  if (ends !== undefined && first !== undefined) lines.push(`${indent}${ends.start} --> ${first}`);
  for (const state of scope.states.values()) {
    for (const [to, arrow] of arrows(state)) {
      const target = to === undefined ? ends?.end : id(to);
      if (target !== undefined) lines.push(`${indent}${ids.get(state)} ${arrow} ${target}`);
    }
  }
}

function writeState(state: State, ids: Ids, indent: string, lines: string[]): void {
  const id = ids.get(state)!;
  const label = `"${escapeLabel(state.name)}<br/><small>${escapeLabel(state.type)}</small>"`;
  if (state.inner.length === 0) {
    const [open, close] = shapes[state.type] ?? ['[', ']'];
    lines.push(`${indent}${id}${open}${label}${close}`);
    return;
  }
  lines.push(`${indent}subgraph ${id} [${label}]`);
  for (const [index, inner] of state.inner.entries()) {
    const group = state.inner.length > 1;
    if (group) lines.push(`${indent}  subgraph ${id}b${index} [" "]`);
    writeScope(inner, ids, group ? `${indent}    ` : `${indent}  `, lines);
    if (group) lines.push(`${indent}  end`);
  }
  lines.push(`${indent}end`);
}

function arrows(state: State): readonly (readonly [to: string | undefined, arrow: string])[] {
  const ways = exitsOf(state).filter(({ kind }) => kind !== 'catch');
  const labels = {
    next: '-->',
    choice: '-->',
    default: '-->|else|',
    skip: '-.->|skipped|',
    catch: '-.->|error|',
  };
  const found = ways.map(({ to, kind }) => [to, labels[kind]] as const);
  const caught = catchersOf(state).map(({ to }) => [to, labels.catch] as const);
  const skip = state.value.When === undefined ? [] : [[skipOf(state).to, labels.skip] as const];
  return [...found, ...skip, ...caught];
}

/** Mermaid reads entities in quoted labels: https://mermaid.js.org/syntax/flowchart.html#entity-codes-to-escape-characters */
const escapeLabel = (text: string): string =>
  text.replace(/[^\p{L}\p{N} .,:_?!/()-]/gu, (character) => `#${character.codePointAt(0)};`);
