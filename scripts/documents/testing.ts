import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { table } from '../../src/schema/table.js';
import { withParts } from './parts.js';

const folder = 'fixtures/interpreter';

interface Ended {
  readonly status: string;
  readonly output?: unknown;
  readonly error?: string;
}

type Expected = Ended & { readonly emulator?: Ended & { readonly reason: string } };

/** `docs/testing.md` with the cases in which the emulator does not do what Step Functions does. */
export const testingDocument = (): string =>
  withParts(readFileSync('docs/testing.md', 'utf8'), (kind) => {
    if (kind !== 'differences') throw new Error(`docs/testing.md has no part \`${kind}\``);
    return rows();
  });

function rows(): string {
  const found = readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const expected: Expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'));
      const { emulator } = expected;
      return emulator === undefined
        ? []
        : [[`\`${name}\``, shown(expected), shown(emulator), emulator.reason]];
    });
  return table(['case', 'Step Functions', 'emulator', 'why'], found);
}

function shown({ status, output, error }: Ended): string {
  if (status === 'SUCCEEDED') return `\`${JSON.stringify(output)}\``;
  return status === 'REFUSED' ? 'is refused' : `fails: \`${error}\``;
}
