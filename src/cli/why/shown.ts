import { frame } from '../../diagnostics/formats/frame.js';
import { plain } from '../../diagnostics/formats/text.js';
import { excerptOf } from './excerpt.js';
import type { Found } from './found.js';
import type { Origin, Source } from './source.js';

/** A state as messages show a place: its line of the plan, and below it what is known. */
export function shown({ file, text }: Source, found: Found): string {
  const { added, cause, event, inside, before } = found;
  const at = ({ line, column }: Origin) => `${plain(file)}:${line}:${column}`;
  const failed = ({ error }: { readonly error?: string }) =>
    `failed${error === undefined ? '' : ` with ${plain(error)}`}`;
  const around = inside.map(
    ({ state, item }) => `${quoted(state)}${item === undefined ? '' : `, item ${item}`}`,
  );
  const notes = [
    ...(cause === undefined ? [] : [`cause: ${cause.split('\n').map(plain).join('\n    ')}`]),
    ...(around.length === 0 ? [] : [`note: inside ${around.join(', inside ')}`]),
    ...(added === undefined
      ? []
      : [`note: it is ${quoted(added)} of the definition, which plancc adds for the state`]),
    ...(event === undefined ? [] : [`note: event ${event.id} of the history: ${when(event)}`]),
    ...before.map(
      (other) => `note: ${at(other)}: ${quoted(other.state)} ${failed(other)} before, and that was caught`,
    ),
  ];
  return [
    `${at(found)}: ${quoted(found.state)} (${plain(found.type)})${event === undefined ? '' : ` ${failed(found)}`}`,
    ...(text === undefined ? [] : frame(excerptOf(text, found))).map(({ margin, line }) =>
      `${margin}${line}`.trimEnd(),
    ),
    ...notes.map((note) => `  = ${note}`),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

const quoted = (name: string): string => `\`${plain(name)}\``;
const when = ({ type, time }: NonNullable<Found['event']>): string =>
  time === undefined ? plain(type) : `${plain(type)}, ${plain(time)}`;
