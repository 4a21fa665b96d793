import { plainCause } from '../../environment/cause.js';
import { credentialForms } from '../../language/credentials.js';
import { isObject, jsonIn } from '../../language/json.js';

/** What services call the words for people in a cause that is JSON. All else of it may hold what the state was given. */
const telling = [
  'StoppedReason',
  'StatusReason',
  'ErrorMessage',
  'FailureReason',
  'Reason',
  'reason',
  'Message',
  'message',
];

/** Characters that are read. */
const most = 1000;

/** The cause of a failure without what should not stand in a log. */
export function toldCause(given: string): string {
  const cause = plainCause(given);
  const value = jsonIn(cause);
  if (!isObject(value)) return clipped(withoutSecrets(cause));
  const words = telling.flatMap((key) => (typeof value[key] === 'string' ? [value[key]] : []));
  return words.length === 0
    ? 'a JSON object without a message; it is not shown, since it may hold what the state was given'
    : clipped(withoutSecrets(words.join(': ')));
}

/** What stands for values where a cause says which mock to write: it hides nothing, and is needed to read the rest. */
const placeholder = '(?:<value>|\\{\\}|Return: \\{\\})(?:\\s|$)';

const named = new RegExp(
  `((?:password|passwd|secret|token|api[_-]?key)["']?\\s*[=:]\\s*)(?!${placeholder})\\S+`,
  'gi',
);

/** Step Functions itself quotes the input of a state in which it found no path. */
export const withoutSecrets = (text: string): string =>
  Object.values(credentialForms)
    .reduce((left, form) => left.replace(new RegExp(form, 'g'), '****'), text)
    .replace(/ in the input '[\s\S]*'/, ' in the input')
    .replace(named, '$1****');

const clipped = (text: string): string => (text.length > most ? `${text.slice(0, most)} …` : text);
