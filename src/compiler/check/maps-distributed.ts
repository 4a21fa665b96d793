import { type Problem, problem } from '../../diagnostics/problem.js';
import { isObject } from '../../language/json.js';
import type { Plan, State } from '../../language/plan.js';
import { isDistributed } from '../flow/variables.js';

/** Rules of distributed Maps: https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html */
export const checkDistributedMaps = (plan: Plan): readonly Problem[] =>
  plan.states.flatMap((state) => {
    if (state.type !== 'Map' || state.inner.length === 0) return [];
    const distributed = state.inner.some(isDistributed);
    return [
      ...(distributed ? executionType(plan, state) : onlyDistributed(plan, state)),
      ...batch(plan, state),
      ...headers(plan, state),
    ];
  });

function executionType(plan: Plan, { inner }: State): readonly Problem[] {
  const { ProcessorConfig } = inner[0]!.value;
  if (!isObject(ProcessorConfig) || ProcessorConfig.ExecutionType !== undefined) return [];
  const place = {
    file: plan.document.file,
    path: [...inner[0]!.path, 'ProcessorConfig'],
    on: 'key' as const,
  };
  const values = { owner: 'the `ProcessorConfig` of a distributed Map', names: ['ExecutionType'] };
  const help = 'add `ExecutionType: STANDARD`, or `EXPRESS` for iterations that end within five minutes';
  return [problem('PLAN1002', place, values, { help })];
}

const settings = [
  ...['ItemBatcher', 'ResultWriter', 'Label', 'ToleratedFailureCount', 'ToleratedFailureCountPath'],
  ...['ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'],
];

/** Step Functions takes these fields with any Map; without its items an inline one cannot run. */
function onlyDistributed(plan: Plan, { value, path }: State): readonly Problem[] {
  const help =
    'add `ProcessorConfig: { Mode: DISTRIBUTED, ExecutionType: STANDARD }` to `ItemProcessor`, or remove it';
  return ['ItemReader', ...settings]
    .filter((field) => value[field] !== undefined)
    .map((field) => {
      const place = { file: plan.document.file, path: [...path, field], on: 'key' as const };
      return problem(field === 'ItemReader' ? 'PLAN2038' : 'PLAN2039', place, { field }, { help });
    });
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itembatcher.html */
function batch(plan: Plan, { value, path }: State): readonly Problem[] {
  const { ItemBatcher } = value;
  if (!isObject(ItemBatcher) || Object.keys(ItemBatcher).some((field) => field.startsWith('Max'))) return [];
  const place = { file: plan.document.file, path: [...path, 'ItemBatcher'], on: 'key' as const };
  const values = { owner: '`ItemBatcher`', names: ['MaxItemsPerBatch', 'MaxInputBytesPerBatch'], one: true };
  return [
    problem('PLAN1002', place, values, { help: 'say how large a batch is, such as `MaxItemsPerBatch: 100`' }),
  ];
}

/** https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html: `GIVEN` headers are given. */
function headers(plan: Plan, { value, path }: State): readonly Problem[] {
  const config = isObject(value.ItemReader) ? value.ItemReader.ReaderConfig : undefined;
  if (!isObject(config) || config.CSVHeaderLocation !== 'GIVEN' || config.CSVHeaders !== undefined) return [];
  const at = [...path, 'ItemReader', 'ReaderConfig', 'CSVHeaderLocation'];
  const values = { owner: '`ReaderConfig` with given headers', names: ['CSVHeaders'] };
  const help = 'add the names of the columns, such as `CSVHeaders: [id, name]`';
  return [problem('PLAN1002', { file: plan.document.file, path: at }, values, { help })];
}
