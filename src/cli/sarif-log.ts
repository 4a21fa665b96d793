import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { sarif } from '../diagnostics/formats/sarif.js';
import { address } from '../schema/address.js';
import { installed } from './installed.js';
import { inRepository } from './repository.js';
import type { Terminal } from './terminal.js';
import { version } from './version.js';

/** Problems as a SARIF log, whose rules are explained by the pages that come with plancc. */
export const sarifLog = (diagnostics: readonly Diagnostic[], { folder }: Terminal) =>
  sarif({
    diagnostics,
    version,
    path: inRepository(folder),
    page: (code) => {
      const file = `docs/codes/${code}.md`;
      return { markdown: readFileSync(installed(file), 'utf8'), address: address(file) };
    },
  });
