import type { Diagnostic } from '../diagnostic.js';
import type { Position } from '../position.js';
import { frame } from './frame.js';
import { plain } from './text.js';

const colours = { error: '\x1b[1;31m', warning: '\x1b[1;33m', quiet: '\x1b[36m', bold: '\x1b[1m' } as const;

/** For people, each diagnostic with its lines of source; ends with a line break unless there is nothing to say. */
export function pretty(diagnostics: readonly Diagnostic[], colour = false): string {
  const paint = (style: keyof typeof colours, text: string) =>
    colour ? `${colours[style]}${text}\x1b[0m` : text;
  return diagnostics
    .map((found) => {
      const head = `${paint(found.severity, `${found.severity}[${found.code}]`)}: ${paint('bold', plain(found.message))}`;
      const notes = found.related.map(
        (other) => `note: ${at(other.file, other.start)}: ${plain(other.message)}`,
      );
      if (found.help !== undefined) notes.push(`help: ${plain(found.help)}`);
      return [
        `${at(found.file, found.start)}: ${head}`,
        ...frame(found).map(
          ({ margin, line, marked }) =>
            `${paint('quiet', margin)}${marked ? paint(found.severity, line) : line}`,
        ),
        ...notes.map((note) => `  ${paint('quiet', '=')} ${note}`),
      ]
        .map((line) => `${line.trimEnd()}\n`)
        .join('');
    })
    .join('\n');
}

const at = (file: string, start: Position | undefined): string =>
  start ? `${plain(file)}:${start.line}:${start.column}` : plain(file);
