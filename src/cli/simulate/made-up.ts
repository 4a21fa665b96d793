import { placeholder } from '../../engines/local/stacks/evaluate/placeholder.js';
import { eachString, objectOr } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import type { Shape } from '../../language/shape.js';
import { parseText } from '../../language/text.js';
import type { JsonObject } from '../../source/document.js';
import { contextOf, typeOf } from '../../states/registry.js';

type Keys = readonly (string | number)[];

/** The output of a state as far as the plan shows what is in it: readable texts, such as `<App.Web.Url>`. */
export function madeUpOutput(plan: Plan, state: State): JsonObject {
  const declared = namesIn(typeOf(state).output(contextOf(plan, state)));
  return madeUp(state.name, [...declared, ...referredTo(plan, 'States', state.name)]);
}

/** The outputs that a plan takes of a distribution it depends on: `<network.VpcId>`. */
export function madeUpDependency(plan: Plan, name: string): JsonObject {
  const ofParameters = [...plan.parameters.values()].flatMap(({ value: { From } }) => {
    const { Dependency, Output } = objectOr(From);
    return Dependency === name ? [[String(Output)]] : [];
  });
  return madeUp(name, [...ofParameters, ...referredTo(plan, 'Dependencies', name)]);
}

function namesIn(shape: Shape): readonly Keys[] {
  if (shape.kind !== 'object') return [];
  return Object.entries(shape.properties).flatMap(([name, inner]): readonly Keys[] => {
    const below = namesIn(inner);
    return below.length === 0 ? [[name]] : below.map((keys) => [name, ...keys]);
  });
}

/** What the plan's references take of something: the keys behind its name. */
function referredTo(plan: Plan, root: string, name: string): readonly Keys[] {
  const found: Keys[] = [];
  eachString(plan.value, (text) => {
    for (const segment of parseText(text)) {
      if (segment.kind !== 'reference' || segment.reference.root !== root) continue;
      const [first, ...keys] = segment.reference.parts.map(({ key }) => key);
      if (first === name && keys.length > 0) found.push(keys);
    }
  });
  return found;
}

/** An object with a text at the end of each way; of a way and a longer one, the longer. */
function madeUp(name: string, ways: readonly Keys[]): JsonObject {
  const made: { [key: string]: JsonObject[string] } = {};
  const keys = new Set(ways.map(([key]) => String(key)));
  for (const key of keys) {
    const below = ways.flatMap(([first, ...rest]) =>
      String(first) === key && rest.length > 0 ? [rest] : [],
    );
    made[key] = below.length === 0 ? placeholder(name, key) : madeUp(`${name}.${key}`, below);
  }
  return made;
}
