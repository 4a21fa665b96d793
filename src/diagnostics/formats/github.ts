import { codes } from '../codes/index.js';
import type { Diagnostic } from '../diagnostic.js';
import { plain } from './text.js';

/**
 * Commands that make GitHub show diagnostics in the files of a pull request, each on a line of its own, errors first:
 * of each severity it shows ten. `path` gives a file by its path in the repository.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions#setting-an-error-message
 */
export function github(diagnostics: readonly Diagnostic[], path: (file: string) => string): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  return [...errors, ...warnings].map((found) => `${annotation(found, path(found.file))}\n`).join('');
}

function annotation({ code, severity, message, help, start, end, related }: Diagnostic, file: string) {
  const properties = {
    file,
    ...(start && end && stretch(start, end)),
    title: `${code}: ${codes[code].title}`,
  };
  const listed = Object.entries(properties).map(([name, value]) => `${name}=${inProperty(String(value))}`);
  const notes = related.map((other) => {
    const line = other.start ? `:${other.start.line}` : '';
    return `note: ${other.file}${line}: ${other.message}`;
  });
  const lines = [message, ...notes, ...(help === undefined ? [] : [`help: ${help}`])];
  return `::${severity} ${listed.join(',')}::${escaped(lines.map(plain).join('\n'))}`;
}

type Place = NonNullable<Diagnostic['start']>;

/** Columns are taken only for a stretch of one line. */
const stretch = (start: Place, end: Place) =>
  start.line === end.line
    ? { line: start.line, endLine: end.line, col: start.column, endColumn: end.column }
    : { line: start.line, endLine: end.line };

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const inProperty = (text: string): string => escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
