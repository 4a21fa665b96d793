import { objectOr } from '../../../../../language/json.js';
import { StatesError } from '../../../../../ports/states-error.js';
import type { Json } from '../../../../../source/document.js';
import { argumentsOf } from '../../fields.js';
import type { Attempt } from '../../run.js';
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
    const read = await run.items.read(String(reader.Resource), given);
    const items = itemsIn(typeof read === 'string' ? parseItems(read, config) : read);
    if (items !== undefined) return items.slice(0, most);
  } catch (error) {
    throw failed(error instanceof Error ? error.message : String(error));
  }
  throw failed('what was read is neither a list nor an object');
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
