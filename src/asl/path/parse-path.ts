import { parseBracket } from './parse-bracket.js';
import { isAtEnd, type Reader, refuse, take, takeBalanced, takes } from './reader.js';
import type { PathExpression, Step } from './syntax.js';

const variableName = /[\p{ID_Start}_]\p{ID_Continue}*/uy;

/**
 * Names between dots. They end where Jayway's would, and at what can only be a slip: quotes, and a bracket that closes
 * nothing. A backslash takes the next character as it is: https://states-language.net/#ref-paths
 */
const name = /(?:[^\s.[\]()'"\\]|\\.)+/suy;
/** Among the arguments of a function a comma ends them too. */
const nameInCall = /(?:[^\s.[\]()'"\\,]|\\.)+/suy;

/**
 * A path in the dialect of Jayway (https://github.com/json-path/JsonPath), which Step Functions speaks, with its own roots
 * `$$` and `$variable`.
 */
export function parsePath(reader: Reader, inCall: boolean): PathExpression {
  const from = reader.at;
  takes(reader, '$');
  const isContext = takes(reader, '$');
  const variable = isContext ? undefined : take(reader, variableName)?.[0];
  const steps: Step[] = [];
  for (let step = parseStep(reader, inCall); step !== undefined; step = parseStep(reader, inCall))
    steps.push(step);
  const root = isContext ? 'context' : variable === undefined ? 'input' : 'variable';
  return { kind: 'path', root, ...(variable !== undefined && { variable }), steps, span: [from, reader.at] };
}

function parseStep(reader: Reader, inCall: boolean): Step | undefined {
  const from = reader.at;
  const deep = takes(reader, '..');
  const dotted = deep || takes(reader, '.');
  if (takes(reader, '[')) return { ...parseBracket(reader, from), deep, span: [from, reader.at] };
  if (!dotted) return undefined;
  if (takes(reader, '*')) return { kind: 'all', deep, span: [from, reader.at] };
  const written = take(reader, inCall ? nameInCall : name)?.[0];
  if (written === undefined) return noName(reader, from);
  const open = reader.at;
  if (takes(reader, '(')) {
    const text = takeBalanced(reader, open);
    return { kind: 'function', name: written, text, deep, span: [from, reader.at] };
  }
  const key = written.replace(/\\(.)/gs, '$1');
  return { kind: 'key', key, deep, span: [from, reader.at] };
}

function noName(reader: Reader, from: number): undefined {
  const help = "write a name after each dot, and names with other characters as in `$['a name']`";
  if (isAtEnd(reader)) refuse(reader, from, 'it ends with a dot', help, reader.at);
  else refuse(reader, reader.at, `no name starts with \`${reader.text[reader.at]}\``, help);
  return undefined;
}
