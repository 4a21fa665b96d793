import { findPath } from '../../asl/evaluate/path/read-path.js';
import { inputScope } from '../../asl/evaluate/scope.js';
import { StatesError } from '../../ports/states-error.js';
import type { Json, JsonObject } from '../../source/document.js';
import type { Reconcile, ReconcileContext } from '../run-context.js';
import { optional, propertiesOr } from '../run-values.js';
import type { ImportProperties } from './schema.js';

const { text } = propertiesOr('ImportFailed');

export const reconcile: Reconcile<ImportProperties> = async (context) => {
  const { name, value } = await documentOf(context);
  const scope = inputScope(value);
  const entries = Object.entries(context.properties.Outputs).map(([output, path]) => {
    const found = findPath(path, scope);
    if (found === undefined)
      throw failed(`\`${path}\`, the path of \`${output}\`, leads to nothing in ${name}`);
    return [output, found] as const;
  });
  return { output: Object.fromEntries(entries) };
};

interface Found {
  readonly name: string;
  readonly value: Json;
}

async function documentOf({
  properties,
  payload,
  inventory,
  ports,
}: ReconcileContext<ImportProperties>): Promise<Found> {
  const { From, AssumeRoleArn } = properties;
  if (From.Distribution !== undefined) {
    const found = await inventory(From.Distribution);
    if (found === undefined) throw failed(`\`${From.Distribution}\` does not run in ${payload.environment}`);
    return { name: `the inventory entry of \`${From.Distribution}\``, value: found as unknown as JsonObject };
  }
  const [bucket, key] = [text('From.Bucket', From.Bucket), text('From.Key', From.Key)];
  const role = optional(text, 'AssumeRoleArn', AssumeRoleArn);
  const name = `s3://${bucket}/${key}`;
  const found = await ports.values.document(bucket, key, role).catch(failImport);
  if (found === undefined) {
    const advice = ports.values.advice?.('document', `${bucket}/${key}`);
    throw failed(`${name} is not there${advice === undefined ? '' : `; ${advice}`}`);
  }
  try {
    return { name, value: JSON.parse(found) };
  } catch (error) {
    throw failed(`${name} is not JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** What may not be read is a failure of the import for whoever catches one. */
function failImport(error: unknown): never {
  throw error instanceof StatesError ? failed(error.message) : error;
}

const failed = (cause: string): StatesError => new StatesError('ImportFailed', cause);
