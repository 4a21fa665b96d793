import { listed } from '../../../diagnostics/suggest.js';
import type { Plan, State } from '../../../language/plan.js';
import type { Reference } from '../../../language/reference.js';
import { type Finding, finding } from '../finding.js';

/** `Item` and `Index` where no Map is around. */
export function outsideOfMap(plan: Plan, from: State | undefined, { root, text, span }: Reference): Finding {
  return finding('PLAN4012', span, { reference: text }, { help: helpFor(plan, from, root) });
}

function helpFor(plan: Plan, from: State | undefined, root: string): string {
  if (from?.type === 'Map') {
    // https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemselector.html
    const context = `Map.Item.${root === 'Item' ? 'Value' : 'Index'}`;
    const path = from.language === 'JSONata' ? `{% $states.context.${context} %}` : `$$.${context}`;
    return `fields of the Map itself see it as \`${path}\`; \`${root}\` is there for the states inside`;
  }
  const maps = plan.states.filter(({ type }) => type === 'Map').map(({ name }) => name);
  return maps.length === 0
    ? 'put the state into the `ItemProcessor` of a Map, which runs it once for each item of a list'
    : `use it in the states inside a Map; Maps: ${listed(maps)}`;
}
