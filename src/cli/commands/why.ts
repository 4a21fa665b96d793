import { existsSync } from 'node:fs';
import { type Problem, problem } from '../../diagnostics/problem.js';
import { didYouMean } from '../../diagnostics/suggest.js';
import type { Failure } from '../../environment/failures.js';
import { defineCommand, type ExitCode, exitCodes, json, quiet } from '../command.js';
import { located } from '../compile-plan.js';
import { env, store } from '../environments/options.js';
import { twoLines } from '../mistakes.js';
import { give, type ReportOptions, report } from '../report.js';
import { shellWord } from '../shell-word.js';
import type { Terminal } from '../terminal.js';
import type { Source } from '../why/source.js';

export const why = defineCommand({
  name: 'why',
  describe: 'Show why a deployment failed, with the line of the plan',
  operands: [
    {
      name: 'what',
      default: 'the newest that failed',
      describe:
        'A deployment by its id, or the name of a distribution; or a zip, or a folder that one was unpacked into',
      takes: 'zip',
    },
  ],
  options: {
    env,
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
    store,
    json,
    quiet,
  },
  examples: [
    ['why webshop --env staging', 'The newest deployment that failed: its line, its cause, its log'],
    ['why dist/webshop-1.4.0.zip --state Wait', 'The line of a state whose name is known'],
    ['why dist/webshop-1.4.0.zip --history history.json', 'What failed, why, and its line'],
  ],
  fails: 'There is no such state or no failure, or something cannot be read',
  run: async ([what], options, terminal) => {
    const { state, history } = options;
    if (state !== undefined || history !== undefined) return ofExecution(what, options, terminal);
    if (what !== undefined && options.env === undefined && isFile(what)) {
      const message = '`plancc why` needs `--state` or `--history` for a distribution';
      const help = `for example \`plancc why ${shellWord(what)} --state Wait\``;
      terminal.err.write(twoLines({ kind: 'mistake', message, help }));
      return exitCodes.usage;
    }
    const [{ environments }, { why }] = await Promise.all([
      import('../environments/places.js'),
      import('../environments/why.js'),
    ]);
    return environments(options, terminal, (places) => why(places, what));
  },
});

/** A distribution by its file, which may be missing, not by its name. */
const isFile = (what: string): boolean => what.endsWith('.zip') || existsSync(what);

interface ExecutionOptions extends ReportOptions {
  readonly state: string | undefined;
  readonly history: string | undefined;
}

/** Why an execution failed that plancc knows nothing of but what it is given. */
async function ofExecution(
  file = '.',
  { state, history, ...options }: ExecutionOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { ofDistribution } = await import('../why/source.js');
  const source = await ofDistribution(file);
  if ('problems' in source) return report(await located(source.problems), {}, options, terminal);
  const failures = history === undefined ? [] : await failuresIn(history, terminal);
  if ('problem' in failures) return report(await located([failures.problem]), {}, options, terminal);

  const [{ find }, { shown }] = await Promise.all([import('../why/found.js'), import('../why/shown.js')]);
  const name = state ?? failures.at(-1)!.state;
  const found = find(source, name, failures);
  if (found === undefined)
    return report(await located([unknownState(file, source, name)]), {}, options, terminal);
  if (!options.json) give(shown(source, found), terminal);
  return report([], { distribution: source.name, file: source.file, ...found }, options, terminal);
}

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
