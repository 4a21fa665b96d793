import { isList } from '../../../../../language/json.js';
import type { Json, JsonObject } from '../../../../../source/document.js';

/**
 * The items in the text of an object: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 * Throws where the text is not in the format.
 */
export function parseItems(text: string, config: JsonObject): Json {
  switch (config.InputType) {
    case 'CSV':
      return csv(text, config);
    case 'JSONL':
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Json);
    default:
      return JSON.parse(text) as Json;
  }
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

/** https://www.rfc-editor.org/rfc/rfc4180 */
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
    if (isQuoted) {
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
