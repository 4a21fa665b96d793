import { addressAt, withValue } from '../../cloudformation/asset-address.js';
import { objectOr } from '../../language/json.js';
import type { JsonObject } from '../../source/document.js';
import { readDocument } from '../../source/read.js';
import type { Files } from '../run-context.js';

/**
 * The text of a template, a file of the project, with the addresses of its assets in the place of their local names, as
 * `aws cloudformation package` writes them. Nested templates are packaged too, and put where CloudFormation finds them.
 */
export async function packagedTemplate(files: Files, path: string): Promise<string> {
  const text = await files.text(`files/${path}`);
  const assets = files.assets.filter(({ template }) => template === path);
  if (assets.length === 0) return text;
  let template: JsonObject = objectOr(readDocument(path, text).value);
  for (const { pointer, path: entry } of assets) {
    const nested = files.assets.find((asset) => `files/${asset.template}` === entry);
    const address =
      nested === undefined
        ? await files.address(entry)
        : await files.put(await packagedTemplate(files, nested.template));
    template = objectOr(withValue(template, pointer, addressAt(template, pointer, address)));
  }
  return JSON.stringify(template);
}
