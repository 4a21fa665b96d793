import { plain } from '../../diagnostics/formats/text.js';
import { hasChanged, mayBeRetried } from '../../environment/deployments.js';
import { readInventory } from '../../environment/inventory.js';
import type { Deployment } from '../../environment/records.js';
import { duration, secondsBetween } from '../follow/times.js';
import { withNames } from '../person.js';
import { shown } from '../why/shown.js';
import { placeOfFailure, reasonOf } from './explain-failure.js';
import { outputLines } from './output.js';
import type { Working } from './place.js';

/** What is said when a deployment has ended: what runs and what it gives, or what failed, where, and what to do next. */
export async function endingLines(place: Working, record: Deployment): Promise<readonly string[]> {
  const { environment, name, version, requested, ended = requested.at } = record;
  const took = duration(secondsBetween(requested.at, ended));
  const what = `${name} ${version}`;
  if (record.status === 'succeeded')
    return [`${what} runs in ${environment}, deployed in ${took}`, ...outputLines(record.outputs ?? {})];
  const running = await readInventory(place.store, environment, name);
  const still = running === undefined ? 'nothing of it runs' : `${running.version} still runs`;
  const how = record.status === 'failed' ? 'failed' : `was ${record.status}`;
  const failed = await placeOfFailure(place.ports, record);
  const reason =
    failed === undefined ? [reasonOf(record)] : shown(failed.source, failed.found).trimEnd().split('\n');
  return [
    `${what} ${how} in ${environment} after ${took}; ${still}`,
    ...reason.map((line) => withNames(plain(line))),
    ...nextCommands(place, record, failed?.found.type),
  ];
}

/** What can be done about it. */
function nextCommands({ command }: Working, record: Deployment, type: string | undefined): readonly string[] {
  const { environment, name, deployment, execution, previous } = record;
  const at = ['--env', environment];
  const commands = [
    ...(type === 'runner' || type === 'cdk' ? [command('logs', deployment, ...at)] : []),
    ...(execution !== undefined && mayBeRetried(record) ? [command('retry', deployment, ...at)] : []),
    ...(previous === undefined || !hasChanged(record) ? [] : [command('rollback', name, ...at)]),
  ];
  return commands.map((line, index) => `${index === 0 ? '  next  ' : '        '}${line}`);
}
