/** Names that lead to one another; of many the first and the last. */
export function chain(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``);
  const left = quoted.length - 6;
  const shown = left > 1 ? [...quoted.slice(0, 5), `${left} more`, quoted.at(-1)!] : quoted;
  return shown.join(' → ');
}

/** Names in a sentence; of many the first, and how many more there are. */
export function quotedList(names: readonly string[], most = 6): string {
  const shown = names.slice(0, most).map((name) => `\`${name}\``);
  return shown.join(', ') + (names.length > most ? ` and ${names.length - most} more` : '');
}

/** Names in a sentence that says of each of them that it is not there. */
export function quotedOr(names: readonly string[]): string {
  const shown = names.map((name) => `\`${name}\``);
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : shown.join('');
}
