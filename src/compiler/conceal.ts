import { endOfLine } from '../diagnostics/position.js';
import type { Problem } from '../diagnostics/problem.js';
import { objectOr } from '../language/json.js';
import type { Document } from '../source/document.js';

/** Properties of a parameter that hold its value, or tell of it. */
const telling = ['Default', 'Values', 'AllowedValues', 'Pattern'];

/** Marks problems whose line holds the value of a secret parameter: logs of a build are read by many. */
export function concealSecrets(document: Document, problems: readonly Problem[]): readonly Problem[] {
  const secrets = secretStretches(document);
  if (secrets.length === 0) return problems;
  const { file, text } = document;
  return problems.map((problem) => {
    const { place } = problem;
    if (place.file !== file) return problem;
    const at =
      'path' in place ? document.range(place.path, place.on, place.span) : 'offset' in place && place.offset;
    if (!at) return problem;
    const line = [text.lastIndexOf('\n', at[0] - 1) + 1, endOfLine(text, at[0])] as const;
    return secrets.some(([start, end]) => start < line[1] && end > line[0])
      ? { ...problem, concealed: true }
      : problem;
  });
}

function secretStretches({ value, range }: Document): readonly (readonly [number, number])[] {
  return Object.entries(objectOr(objectOr(value).Parameters)).flatMap(([name, parameter]) => {
    const fields = objectOr(parameter);
    if (!fields.Secret) return [];
    return telling.filter((key) => fields[key] !== undefined).map((key) => range(['Parameters', name, key]));
  });
}
