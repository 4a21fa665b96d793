/** How a program ended: with an exit code, or by a signal. */
export type Ended = { readonly code: number } | { readonly signal: string };

/** A shell says with 128 and its number that a command was ended by a signal. */
const signals: { readonly [code: number]: string } = {
  130: 'SIGINT',
  134: 'SIGABRT',
  137: 'SIGKILL',
  139: 'SIGSEGV',
  143: 'SIGTERM',
};

/** In words; undefined when it succeeded. */
export function howFailed(ended: Ended): string | undefined {
  if ('signal' in ended) return `was ended by ${ended.signal}`;
  if (ended.code === 0) return undefined;
  const signal = signals[ended.code];
  return `exited with code ${ended.code}${signal === undefined ? '' : ` (${signal})`}`;
}
