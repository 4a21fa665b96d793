import { join } from 'node:path';

/** Where an orchestrator keeps what it knows, below its folder. */
export interface Places {
  /** The machine of a name. */
  readonly machine: (name: string) => string;
  /** Everything of one execution. */
  readonly execution: (arn: string) => string;
  /** Names an execution that has not ended, or was asked something, each. */
  readonly active: string;
  readonly tokens: string;
  /** Files that are being written. */
  readonly temporary: string;
}

export const placesIn = (folder: string): Places => ({
  machine: (name) => join(folder, 'machines', `${fileName(name)}.json`),
  execution: (arn) => {
    const { machine, name } = partsOf(arn);
    return join(folder, 'executions', fileName(machine), fileName(name));
  },
  active: join(folder, 'active'),
  tokens: join(folder, 'tokens'),
  temporary: join(folder, 'temporary'),
});

/** A name as that of a file, whatever characters it has. */
const fileName = (name: string): string =>
  encodeURIComponent(name).replace(/^\.+$/, (dots) => dots.replaceAll('.', '%2E'));

/** The name of a state machine, the last part of its ARN. */
export const machineName = (arn: string): string => arn.split(':').at(-1) ?? '';

export function partsOf(execution: string): { readonly machine: string; readonly name: string } {
  const [machine = '', name = ''] = execution.split(':').slice(-2);
  return { machine, name };
}

/** The file that says an execution is active. */
export const markerName = (execution: string): string => encodeURIComponent(execution);
/** Undefined for a name that is none of ours. */
export function executionOf(marker: string): string | undefined {
  try {
    const execution = decodeURIComponent(marker);
    return execution.includes(':execution:') && markerName(execution) === marker ? execution : undefined;
  } catch {
    return undefined;
  }
}

export const startFile = 'start.json';
export const historyFile = 'history.jsonl';
/** Requests to stop or redrive an execution that was redriven so often. */
export const stopFile = (redrives: number): string => `stop-${redrives}.json`;
export const redriveFile = (redrives: number): string => `redrive-${redrives}.json`;
