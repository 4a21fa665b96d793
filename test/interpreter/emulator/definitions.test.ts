import { join } from 'node:path';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { functionNames } from '../../../src/asl/path/functions.js';
import { condition } from '../../../src/asl/states/rule.js';
import { matches } from '../../matches.js';
import { cases, expectedOf, folder } from './cases.js';
import { runCase } from './run-case.js';

const definitions = suite('definitions on the interpreter');

for (const one of cases)
  definitions(one.name, async () => {
    const ended = await runCase(one);
    const { emulator } = expectedOf(one.name);
    const expected = { ...ended, ...(emulator && { emulator }) };
    matches(join(folder, one.name, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  });

definitions('all types of states in both query languages, and all their fields', () => {
  const used = new Set<string>();
  const visit = (states: object, outer: string): void => {
    for (const state of Object.values(states)) {
      const language = state.QueryLanguage ?? outer;
      for (const field of Object.keys(state)) used.add(`${language} ${state.Type} ${field}`);
      const inner = [...(state.Branches ?? []), state.ItemProcessor, state.Iterator];
      for (const machine of inner) if (machine !== undefined) visit(machine.States, outer);
    }
  };
  for (const { definition } of cases)
    visit(definition.States as object, String(definition.QueryLanguage ?? 'JSONPath'));
  assert.equal(
    [...fields('JSONPath', jsonPath), ...fields('JSONata', jsonata)].filter((one) => !used.has(one)),
    [],
  );
});

definitions('all intrinsic functions and comparators', () => {
  const text = JSON.stringify(cases.map(({ definition }) => definition));
  const comparators = Object.keys(condition.properties!).filter((name) => !/^(Variable|Comment)$/.test(name));
  const missing = [...functionNames.map((name) => `${name}(`), ...comparators.map((name) => `"${name}":`)];
  assert.equal(
    missing.filter((one) => !text.includes(one)),
    [],
  );
});

const fields = (language: string, types: { readonly [type: string]: string }): readonly string[] =>
  Object.entries(types).flatMap(([type, names]) =>
    names.split(' ').map((name) => `${language} ${type} ${name}`),
  );

const jsonPath = {
  Pass: 'Comment Next End InputPath OutputPath Parameters ResultPath Result Assign',
  Task: 'Next End InputPath OutputPath Parameters ResultPath ResultSelector Assign Retry Catch TimeoutSeconds TimeoutSecondsPath HeartbeatSeconds HeartbeatSecondsPath',
  Choice: 'InputPath OutputPath Choices Default Assign',
  Wait: 'Next End InputPath OutputPath Seconds SecondsPath Timestamp TimestampPath Assign',
  Succeed: 'InputPath OutputPath',
  Fail: 'Error ErrorPath Cause CausePath',
  Parallel: 'Next End InputPath OutputPath Parameters ResultPath ResultSelector Assign Retry Catch Branches',
  Map: 'Next End InputPath OutputPath Parameters ItemSelector ResultPath ResultSelector Assign Retry Catch ItemProcessor Iterator ItemsPath MaxConcurrency MaxConcurrencyPath ItemBatcher Label ToleratedFailureCount ToleratedFailureCountPath ToleratedFailurePercentage ToleratedFailurePercentagePath',
};

const jsonata = {
  Pass: 'Next End Output Assign',
  Task: 'Next End Arguments Output Assign Retry Catch TimeoutSeconds HeartbeatSeconds',
  Choice: 'Choices Default Output Assign',
  Wait: 'Next Seconds Timestamp Output Assign',
  Succeed: 'Output',
  Fail: 'Error Cause',
  Parallel: 'Branches Arguments Output Assign Retry Catch',
  Map: 'ItemProcessor Items ItemSelector MaxConcurrency Output Assign Retry Catch ItemBatcher ToleratedFailureCount ToleratedFailurePercentage',
};

definitions.run();
