import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { installed } from '../installed.js';
import { withSchema, withValue } from './plan-text.js';
import type { TemplateName } from './templates.js';
import type { NewFile } from './write-new.js';

const planFile = 'plan.yaml';

/** The files of a template. Plans in folders of their own keep their names, by which they depend on each other. */
export function fromTemplate(
  template: TemplateName,
  name: string | undefined,
  schema: string,
): readonly NewFile[] {
  const folder = installed(`templates/${template}`);
  return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
    .map((path) => {
      const text = readFileSync(join(folder, path), 'utf8');
      if (path === planFile)
        return {
          path,
          text: withSchema(name === undefined ? text : withValue(text, ['Name'], name), schema),
        };
      // Seen from a folder of its own, a schema of the project is further up.
      return basename(path) === planFile
        ? { path, text: withSchema(text, schema.replace(/^\./, '..')) }
        : { path, text };
    });
}
