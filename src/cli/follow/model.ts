import { isNote } from './logs.js';
import type { ApprovalNews, DeploymentNews, EndNews, IterationNews, News, StateNews } from './news.js';
import { labelOf } from './place.js';

/** A state as a screen shows it: what was told of it last, and the states in it. */
export interface Row {
  news: StateNews;
  /** When it was entered. */
  readonly since: string;
  attempt: number;
  items: IterationNews | undefined;
  /** The last line that it wrote. */
  log: string | undefined;
  waits: ApprovalNews | undefined;
  readonly rows: Row[];
}

/** All that a screen shows of a deployment. It changes with the news. */
export interface Model {
  deployment: DeploymentNews | undefined;
  /** When the first was told. */
  since: string | undefined;
  /** An approval that the environment itself demands. */
  waits: ApprovalNews | undefined;
  end: EndNews | undefined;
  readonly rows: Row[];
  readonly byLabel: Map<string, Row>;
}

export const newModel = (): Model => ({
  deployment: undefined,
  since: undefined,
  waits: undefined,
  end: undefined,
  rows: [],
  byLabel: new Map(),
});

export function update(model: Model, news: News): void {
  model.since ??= news.time;
  switch (news.event) {
    case 'deployment':
      model.deployment = news;
      return;
    case 'state':
      updateState(model, news);
      return;
    case 'iterations':
      change(model, labelOf(news), { items: news });
      return;
    case 'log':
      if (!isNote(news.text)) change(model, labelOf(news), { log: news.text });
      return;
    case 'changes':
      return;
    case 'approval':
      setWaits(model, news, news);
      return;
    case 'decision':
      setWaits(model, news, undefined);
      return;
    case 'end':
      model.end = news;
  }
}

const change = ({ byLabel }: Model, label: string, more: Partial<Row>): void => {
  const row = byLabel.get(label);
  if (row !== undefined) Object.assign(row, more);
};

function setWaits(
  model: Model,
  { state, iteration }: Pick<ApprovalNews, 'state' | 'iteration'>,
  waits: ApprovalNews | undefined,
): void {
  if (state === undefined) model.waits = waits;
  else change(model, labelOf({ state, iteration }), { waits });
}

function updateState(model: Model, news: StateNews): void {
  const label = labelOf(news);
  const siblings = rowsAround(model, news);
  const known = model.byLabel.get(label);
  const isEntered = news.attempt === undefined && (news.status === 'started' || news.status === 'skipped');
  if (known !== undefined && !isEntered) {
    Object.assign(known, { news, attempt: news.attempt ?? known.attempt, waits: undefined });
    // Items of a Map that went well are counted, not shown.
    if (news.status === 'succeeded' && news.iteration.length > 0) remove(model, siblings, known);
    return;
  }
  const row: Row = {
    news,
    since: news.time,
    attempt: 1,
    items: undefined,
    log: undefined,
    waits: undefined,
    rows: [],
  };
  model.byLabel.set(label, row);
  // A plan may come back to a state.
  if (known === undefined) siblings.push(row);
  else siblings.splice(siblings.indexOf(known), 1, row);
}

function remove({ byLabel }: Model, siblings: Row[], row: Row): void {
  byLabel.delete(labelOf(row.news));
  siblings.splice(siblings.indexOf(row), 1);
}

/** The rows that a state belongs to: those of the innermost Parallel or Map around it. */
function rowsAround({ byLabel, rows }: Model, { inside, iteration }: StateNews): Row[] {
  const state = inside.at(-1);
  if (state === undefined) return rows;
  const around =
    byLabel.get(labelOf({ state, iteration })) ??
    byLabel.get(labelOf({ state, iteration: iteration.slice(0, -1) }));
  return around?.rows ?? rows;
}
