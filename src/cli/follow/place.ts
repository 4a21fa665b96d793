import type { StatePlace } from './news.js';

/** `Probe`, and of an iteration `Probe[0]`. */
export const labelOf = ({ state, iteration }: StatePlace): string =>
  state + iteration.map((index) => `[${index}]`).join('');

/** What an entry of a state, which is part of a key, is of: `Smoke%20test.0@0-20261123T105359123Z`. */
export function placeOfEntry(entry: string): StatePlace {
  const [state = '', ...indexes] = entry.replace(/@.*$/, '').split('.');
  return { state: decodeURIComponent(state), iteration: indexes.map(Number) };
}
