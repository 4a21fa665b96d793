import { any, type Shape, text } from '../language/shape.js';
import type { Template } from './template.js';

/** What a stack of this template gives; every output is text. `any` when its outputs are not known. */
export function outputsShape(template: Template | undefined): Shape {
  if (template?.outputs === undefined) return any;
  return {
    kind: 'object',
    properties: Object.fromEntries(template.outputs.map((name) => [name, text])),
    source: `outputs of ${template.document.file}`,
    declared: { file: template.document.file, path: ['Outputs'], on: 'key' },
  };
}
