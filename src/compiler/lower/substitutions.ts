import { canonical } from '../../language/json.js';
import type { JsonObject } from '../../source/document.js';

/** Values that CloudFormation puts into the definition, each under a name that stands there as `${Name}`. */
export interface Substitutions {
  /** The `${Name}` for a value; the same value always gets the same name. */
  readonly placeholder: (value: JsonObject) => string;
  readonly table: () => { readonly [name: string]: JsonObject };
}

/** A name that stands in the plan as `${Name}` of its own, or as `${!Name}` of `Fn::Sub`, is not taken. */
export function substitutionsFor(plan: JsonObject): Substitutions {
  const source = JSON.stringify(plan).replaceAll('${!', '${');
  const names = new Map<string, string>();
  const table: { [name: string]: JsonObject } = {};
  return {
    placeholder(value) {
      const key = canonical(value);
      let name = names.get(key);
      if (name === undefined) {
        const wanted = nameFor(value);
        name = wanted;
        for (let n = 2; Object.hasOwn(table, name) || source.includes(`\${${name}}`); n++)
          name = `${wanted}${n}`;
        names.set(key, name);
        table[name] = value;
      }
      return `\${${name}}`;
    },
    table: () => table,
  };
}

function nameFor(value: JsonObject): string {
  const [kind, given] = Object.entries(value)[0]!;
  const words = kind === 'Ref' || kind === 'Fn::GetAtt' ? [given].flat().join(' ') : 'Value';
  return words.replace(/[^A-Za-z0-9]/g, '') || 'Value';
}
