import type { EndNews, News, StateNews } from '../../../src/cli/follow/news.js';
import { isObject } from '../../../src/language/json.js';
import type { Json, JsonObject } from '../../../src/source/document.js';

/** What came of a deployment, in the words of `plancc deploy --json`. */
export interface Told {
  readonly status: string;
  readonly outputs: JsonObject;
  readonly failure?: {
    readonly state: string | undefined;
    readonly error: string | undefined;
    readonly cause?: string | undefined;
  };
  /** What happened, by the place of the states: what Parallels and Maps do at once has no order. */
  readonly order: { readonly [place: string]: readonly string[] };
}

export function toldBy(stdout: string, plan: Json | undefined): Told {
  const news = stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line): News => JSON.parse(line));
  const end = news.find((one): one is EndNews => one.event === 'end');
  if (end === undefined) throw new Error(`it does not end: ${stdout}`);
  const places = placesIn(plan);
  const order: { [place: string]: string[] } = {};
  for (const one of news) {
    if (one.event !== 'state') continue;
    const place = [places.get(one.state) ?? '', ...one.iteration].join(' ');
    order[place] = [...(order[place] ?? []), lineOf(one)];
  }
  const { status, outputs = {}, failure } = end;
  return {
    status,
    outputs,
    order,
    ...(failure && {
      failure: {
        state: failure.state,
        error: failure.error,
      },
    }),
  };
}

const lineOf = ({ state, type, status, attempt, error }: StateNews): string =>
  [state, type, status, attempt, error].filter((part) => part !== undefined).join(' ');

/** The branch of each state, by its name in the plan. */
function placesIn(plan: Json | undefined): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const walk = (machine: Json | undefined, place: string): void => {
    if (!isObject(machine) || !isObject(machine.States)) return;
    for (const [name, state] of Object.entries(machine.States)) {
      places.set(name, place);
      if (!isObject(state)) continue;
      const branches = Array.isArray(state.Branches) ? (state.Branches as readonly Json[]) : [];
      for (const [index, branch] of branches.entries()) walk(branch, `${place}${name}#${index}/`);
      walk(state.ItemProcessor, `${place}${name}/`);
    }
  };
  walk(plan, '');
  return places;
}
