import { type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { Failure } from '../../environment/failures.js';
import { defineCommand, json, quiet } from '../command.js';
import { located } from '../compile-plan.js';
import { give, report } from '../report.js';
import type { Terminal } from '../terminal.js';
import type { Source } from '../why/source.js';

export const why = defineCommand({
  name: 'why',
  describe: 'Show the line of the plan where an execution failed',
  operands: [
    {
      name: 'distribution',
      required: true,
      describe: 'The distribution that was deployed, or a folder that it was unpacked into',
      takes: 'zip',
    },
  ],
  options: {
    state: {
      type: 'string',
      value: 'name',
      excludes: ['history'],
      describe: 'The state that failed, by its name in the state machine',
    },
    history: {
      type: 'string',
      value: 'file',
      takes: 'file',
      describe: 'What `aws stepfunctions get-execution-history` printed; - reads from standard input',
    },
    json,
    quiet,
  },
  needs: ['state', 'history'],
  examples: [
    ['why dist/webshop-1.4.0.zip --state Wait', 'The line of a state whose name is known'],
    ['why dist/webshop-1.4.0.zip --history history.json', 'What failed, why, and its line'],
  ],
  fails: 'There is no such state or no failure, or something cannot be read',
  run: async ([argument], { state, history, ...options }, terminal) => {
    const { ofDistribution } = await import('../why/source.js');
    const source = await ofDistribution(argument!);
    if ('problems' in source) return report(await located(source.problems), {}, options, terminal);
    const failures = history === undefined ? [] : await failuresIn(history, terminal);
    if ('problem' in failures) return report(await located([failures.problem]), {}, options, terminal);

    const [{ find }, { shown }] = await Promise.all([import('../why/found.js'), import('../why/shown.js')]);
    const name = state ?? failures.at(-1)!.state;
    const found = find(source, name, failures);
    if (found === undefined)
      return report(await located([unknownState(argument!, source, name)]), {}, options, terminal);
    if (!options.json) give(shown(source, found), terminal);
    return report([], { distribution: source.name, file: source.file, ...found }, options, terminal);
  },
});

/** The failures that a history tells of, at least one. */
async function failuresIn(
  file: string,
  terminal: Terminal,
): Promise<readonly Failure[] | { readonly problem: Problem }> {
  const [{ failures }, { readHistory }, { readText }] = await Promise.all([
    import('../../environment/failures.js'),
    import('../why/history.js'),
    import('../why/read-text.js'),
  ]);
  const place = { file: file === '-' ? '<stdin>' : file };
  const text = readText(file, terminal);
  const events = typeof text === 'string' ? readHistory(text) : text;
  if ('reason' in events) {
    const help =
      'write one with `aws stepfunctions get-execution-history --execution-arn <arn> --output json`';
    return { problem: problem('PLAN6202', place, events, { help }) };
  }
  const found = failures(events);
  if (found.length > 0) return found;
  const last = events.at(-1)?.type ?? 'nothing';
  return {
    problem: problem('PLAN6203', place, { last }, { help: 'take the history of an execution that failed' }),
  };
}

function unknownState(file: string, { name, states }: Source, state: string): Problem {
  const help = didYouMean(state, [...states.keys()], 'states');
  return problem('PLAN6201', { file }, { state, distribution: name }, { help });
}
