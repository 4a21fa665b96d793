import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { suite } from 'uvu';
import { pretty } from '../../src/diagnostics/formats/pretty.js';
import { locate } from '../../src/diagnostics/locate.js';
import type { Document, Json, JsonObject } from '../../src/source/document.js';
import { readDocument } from '../../src/source/read.js';
import { matches } from '../matches.js';

const cases = suite('reading YAML and JSON');

const folder = fileURLToPath(new URL('../../fixtures/source/', import.meta.url));

for (const name of readdirSync(folder).filter((name) => !name.endsWith('.txt'))) {
  cases(name, () => {
    const document = readDocument(name, readFileSync(folder + name, 'utf8'));
    const diagnostics = pretty(locate(document.problems, new Map([[name, document]])));
    const value = document.value === undefined ? 'no value' : written(document, document.value, '');
    matches(`${folder}${name}.txt`, `${diagnostics}${diagnostics && '\n'}${value}\n`);
  });
}

/** As JSON, keys in the order that the document gives them. */
function written(document: Document, value: Json, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const deeper = `${indent}  `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map((item: Json) => written(document, item, deeper))
    : document
        .keys(value as JsonObject)
        .map((key) => `${JSON.stringify(key)}: ${written(document, (value as JsonObject)[key]!, deeper)}`);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const line = `${open}${items.join(', ')}${close}`;
  return line.length <= 80 || indent.length > 20
    ? line
    : `${open}\n${deeper}${items.join(`,\n${deeper}`)}\n${indent}${close}`;
}

cases.run();
