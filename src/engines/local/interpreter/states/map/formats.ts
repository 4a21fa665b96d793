import { isList, isObject } from '../../../../../language/json.js';
import type { Json, JsonObject } from '../../../../../source/document.js';

/**
 * The items in the text of an object: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 * Throws where the text is not in the format, or in one that is not read here.
 */
export function parseItems(text: string, config: JsonObject): Json {
  const { InputType: type = 'JSON', ManifestType: manifest, ItemsPointer: pointer } = config;
  if (manifest !== undefined) throw unread(`ManifestType: ${manifest}`);
  if (pointer !== undefined && type !== 'JSON') throw unread(`ItemsPointer\` in \`${type}`);
  switch (type) {
    case 'CSV':
      return csv(text, config);
    case 'JSONL':
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Json);
    case 'JSON':
      return pointed(JSON.parse(text) as Json, String(pointer ?? ''));
    default:
      throw unread(`InputType: ${type}`);
  }
}

const unread = (what: string): Error =>
  new Error(
    `the local engine does not read \`${what}\`, only CSV, JSONL, and JSON with or without \`ItemsPointer\``,
  );

/** https://www.rfc-editor.org/rfc/rfc6901 */
function pointed(value: Json, pointer: string): Json {
  const [before, ...keys] = pointer.split('/');
  const found = keys
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<Json | undefined>(
      (inner, key) =>
        isObject(inner) || isList(inner) ? new Map<string, Json>(Object.entries(inner)).get(key) : undefined,
      before === '' ? value : undefined,
    );
  if (found !== undefined) return found;
  throw new Error(`there is nothing at ${pointer}, the \`ItemsPointer\``);
}

const delimiters: { readonly [name: string]: string } = {
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  SPACE: ' ',
  TAB: '\t',
};

function csv(text: string, { CSVHeaderLocation, CSVHeaders, CSVDelimiter = 'COMMA' }: JsonObject): Json {
  const rows = rowsOf(text, delimiters[String(CSVDelimiter)] ?? ',');
  const isGiven = CSVHeaderLocation === 'GIVEN' && isList(CSVHeaders);
  const headers = isGiven ? CSVHeaders.map(String) : (rows[0] ?? []);
  return rows
    .slice(isGiven ? 0 : 1)
    .map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? ''])));
}

/**
 * https://www.rfc-editor.org/rfc/rfc4180, and backslashes as
 * https://docs.aws.amazon.com/step-functions/latest/dg/example-csv-parse-dist-map.html has them: those before
 * anything that they cannot escape are dropped.
 */
function rowsOf(text: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endRow = () => {
    row.push(cell);
    if (row.length > 1 || cell !== '') rows.push(row);
    row = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\\') {
      if (['\\', '"', delimiter].includes(text[at + 1]!)) cell += text[++at];
    } else if (isQuoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[at++];
      else isQuoted = false;
    } else if (character === '"') isQuoted = true;
    else if (character === delimiter) {
      row.push(cell);
      cell = '';
    } else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  endRow();
  return rows;
}
