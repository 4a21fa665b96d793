import { type Problem, problem } from '../../diagnostics/problem.js';
import { eachString } from '../../language/json.js';
import type { Plan } from '../../language/plan.js';
import { roots } from '../references/roots.js';

const anyRoot = roots.join('|');

/** References as other tools write them: `{{ Environment }}`, `${Parameters.Key}`, `${Environment}`. */
const lookalike = new RegExp(
  `(?<![$\\{])\\{\\{\\s*((?:${anyRoot})\\b[^{}]*?)\\s*\\}\\}|\\$\\{(Environment|(?:${anyRoot})\\.[^{}]*)\\}`,
);

/** Text in the settings of plancc's states that was probably meant as a reference. */
export const checkLookalikes = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    const found: Problem[] = [];
    if (state.kind !== 'plancc') return found;
    eachString(state.value.Properties, (text, path) => {
      const match = lookalike.exec(text);
      // What `!Sub` does not find is an error of its own.
      if (match === null || path[0] === 'Commands' || (path.includes('Fn::Sub') && match[2])) return;
      const meant = `\${{ ${match[1] ?? match[2]} }}`;
      const span = [match.index, match.index + match[0].length] as const;
      const place = { file: plan.document.file, path: [...state.path, 'Properties', ...path], span };
      found.push(problem('PLAN4007', place, { text: match[0] }, { help: `did you mean \`${meant}\`?` }));
    });
    return found;
  });
