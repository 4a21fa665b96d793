import type { Manifest } from '../../distribution/manifest.js';
import { readPart, type StoredVersion } from '../../environment/versions.js';
import { isList, isObject, objectOr } from '../../language/json.js';
import type { ObjectStore } from '../../ports/object-store.js';
import type { Json, JsonObject } from '../../source/document.js';

/** Names that came, went, or are not what they were. */
export interface Differences {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** A version, and the store that has it. */
interface Side extends StoredVersion {
  readonly store: ObjectStore;
}

/** What a version has otherwise than another one: states of its plan, and files. */
export async function differencesOf(
  before: Side,
  after: Side,
): Promise<{ readonly states: Differences; readonly files: Differences }> {
  const [was, is] = await Promise.all([before, after].map(statesOf));
  return { states: compare(was!, is!), files: compare(filesOf(before.manifest), filesOf(after.manifest)) };
}

function compare(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Differences {
  const names = [...after.keys()];
  return {
    added: names.filter((name) => !before.has(name)),
    changed: names.filter((name) => before.has(name) && before.get(name) !== after.get(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
  };
}

const filesOf = ({ files }: Manifest): ReadonlyMap<string, string> =>
  new Map(
    files.flatMap(({ path, sha256 }) =>
      path.startsWith('files/') ? [[path.slice('files/'.length), sha256]] : [],
    ),
  );

/** The author's states, each with the text of what it was compiled to, without the states inside. */
async function statesOf({ store, manifest }: Side): Promise<ReadonlyMap<string, string>> {
  const part = async (path: string): Promise<JsonObject> => {
    const bytes = await readPart(store, manifest, path);
    return objectOr(bytes && (JSON.parse(bytes.toString('utf8')) as Json));
  };
  const origins = objectOr((await part('plan/sourcemap.json')).states);
  const texts = new Map<string, string>();
  for (const [name, text] of statesIn(await part('plan/definition.asl.json'))) {
    const { state } = objectOr(origins[name]);
    const own = typeof state === 'string' ? state : name;
    texts.set(own, (texts.get(own) ?? '') + text);
  }
  return texts;
}

function statesIn(machine: Json | undefined): readonly (readonly [name: string, text: string])[] {
  if (isList(machine)) return machine.flatMap(statesIn);
  if (!isObject(machine)) return [];
  return Object.entries(objectOr(machine.States)).flatMap(([name, state]) => {
    const { Branches, ItemProcessor, Iterator: iterator, ...own } = objectOr(state);
    return [[name, JSON.stringify(own)] as const, ...[Branches, ItemProcessor, iterator].flatMap(statesIn)];
  });
}
