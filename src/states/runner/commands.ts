import { type Path, type Place, type Problem, problem } from '../../diagnostics/problem.js';
import { eachString } from '../../language/json.js';
import type { Reference } from '../../language/reference.js';
import { hasReference, parseText } from '../../language/text.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { StateContext } from '../define.js';

/**
 * Refuses `${{ … }}` in lines for a shell: the value would become part of the program.
 * `file` and `base` say where the lines stand.
 */
export function checkCommands(commands: Json | undefined, file: string, base: Path): readonly Problem[] {
  const found: Problem[] = [];
  eachString(commands, (text, path) => {
    if (!hasReference(text)) return;
    for (const segment of parseText(text)) {
      if (segment.kind !== 'reference') continue;
      const { span } = segment;
      const reference = text.slice(...span);
      const place: Place = { file, path: [...base, ...path], span };
      found.push(problem('PLAN3005', place, { reference }, { help: passedBy(segment.reference) }));
    }
  });
  return found;
}

/** The same for those properties of a state that are lines for a shell. */
export const checkShell = (
  { plan, state, properties }: StateContext<object>,
  names: readonly string[],
): readonly Problem[] =>
  names.flatMap((name) =>
    checkCommands((properties as JsonObject)[name], plan.document.file, [...state.path, 'Properties', name]),
  );

function passedBy(reference: Reference): string {
  const last = String(reference.parts.findLast(({ key }) => typeof key === 'string')?.key ?? reference.root);
  const variable = last
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^(?=\d|$)/, 'VALUE_')
    .toUpperCase();
  const quote = reference.text.includes('"') ? "'" : '"';
  const entry = `${variable}: ${quote}\${{ ${reference.text} }}${quote}`;
  return `pass it through \`Environment\`: write \`${entry}\` there and \`"$${variable}"\` in the command`;
}
