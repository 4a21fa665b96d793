/** In single quotes, as POSIX shells read them. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

/** A word as it is typed into a POSIX shell, quoted where it must be. */
export const shellWord = (word: string): string => (/^[\w./:@%+=,-]+$/.test(word) ? word : quoted(word));
