import { objectOr, objectsIn } from '../../../../../language/json.js';
import { StatesError } from '../../../../../ports/states-error.js';
import type { Json, JsonObject } from '../../../../../source/document.js';
import { argumentsOf } from '../../fields.js';
import type { Attempt, Items } from '../../run.js';
import { parseItems } from './formats.js';
import { type Item, itemsIn, itemsOf } from './items.js';
import { countOf } from './processor.js';

/** The items of a Distributed Map: from its input, or from what its `ItemReader` reads. */
export async function readItems(attempt: Attempt): Promise<readonly Item[]> {
  const { state, run } = attempt;
  if (state.ItemReader === undefined) return itemsOf(attempt);
  const reader = objectOr(state.ItemReader);
  const config = objectOr(reader.ReaderConfig);
  const given = (await argumentsOf(attempt, reader, {}, 'ItemReader/')) ?? {};
  const most = (await countOf(attempt, config, 'MaxItems')) || Number.POSITIVE_INFINITY;
  const failed = (reason: string) => new StatesError('States.ItemReaderFailed', reason);
  try {
    const items = await itemsFrom(run.items, String(reader.Resource), given, config);
    if (items !== undefined) return items.slice(0, most);
  } catch (error) {
    throw failed(error instanceof Error ? error.message : String(error));
  }
  throw failed('what was read is neither a list nor an object');
}

/** Undefined where what was read is neither a list nor an object. */
async function itemsFrom(
  source: Items,
  resource: string,
  given: Json,
  config: JsonObject,
): Promise<readonly Item[] | undefined> {
  const read = await source.read(resource, given);
  if (typeof read === 'string') return itemsIn(parseItems(read, config));
  if (config.Transformation !== 'LOAD_AND_FLATTEN') return itemsIn(read);
  // What is listed is loaded, and the items of all objects are those of the Map.
  const { Bucket } = objectOr(given);
  const getObject = resource.replace(/listObjectsV2$/, 'getObject');
  const items: Item[] = [];
  for (const { Key } of objectsIn(read)) {
    const found = await itemsFrom(source, getObject, { Bucket: Bucket!, Key: Key! }, config);
    if (found === undefined) return undefined;
    items.push(...found);
  }
  return items;
}

/** What a Distributed Map comes to: the outputs, or where its `ResultWriter` has written them. */
export async function writeResults(attempt: Attempt, outputs: readonly Json[]): Promise<Json> {
  const { state, run } = attempt;
  const writer = objectOr(state.ResultWriter);
  const { Transformation } = objectOr(writer.WriterConfig);
  const results = Transformation === 'FLATTEN' ? outputs.flat() : outputs;
  if (writer.Resource === undefined) return results;
  const failed = (reason: string) => new StatesError('States.ResultWriterFailed', reason);
  const given = (await argumentsOf(attempt, writer, {}, 'ResultWriter/')) ?? {};
  try {
    return await run.items.write(String(writer.Resource), given, results);
  } catch (error) {
    throw failed(error instanceof Error ? error.message : String(error));
  }
}
