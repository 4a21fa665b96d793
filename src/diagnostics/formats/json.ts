import { aliases } from '../codes/aliases.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Position } from '../position.js';

const position = ({ line, column, offset }: Position) => ({ line, column, offset });

export const place = ({ file, start, end }: Pick<Diagnostic, 'file' | 'start' | 'end'>) => ({
  file,
  ...(start && end && { start: position(start), end: position(end) }),
});

/** The stable form for machines: plain data, fields always in this order. */
export const json = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map((found) => ({
    code: found.code,
    ...(aliases[found.code] !== undefined && { alias: aliases[found.code] }),
    severity: found.severity,
    message: found.message,
    ...(found.help !== undefined && { help: found.help }),
    ...place(found),
    ...(found.related.length > 0 && {
      related: found.related.map((other) => ({ message: other.message, ...place(other) })),
    }),
  }));
