import type { Node } from 'yaml';

/** Start and end in the text of some characters of a string's value. */
export function spanInText(
  _text: string,
  node: Node,
  span: readonly [number, number],
): readonly [number, number] | undefined {
  return [node.range![0] + span[0], node.range![0] + span[1]];
}
