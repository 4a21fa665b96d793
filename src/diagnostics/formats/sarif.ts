import { createHash } from 'node:crypto';
import { aliases } from '../codes/aliases.js';
import { type Code, codes } from '../codes/index.js';
import type { Diagnostic, RelatedPlace } from '../diagnostic.js';

export interface SarifInput {
  /** Silenced warnings are results that are suppressed. */
  readonly diagnostics: readonly Diagnostic[];
  /** The version of plancc. */
  readonly version: string;
  /** A file by its path from the root of the repository, with `/` between names. */
  readonly path: (file: string) => string;
  /** What is written about a code, in Markdown: a title, a paragraph and more; and its address. */
  readonly page: (code: Code) => { readonly markdown: string; readonly address: string };
}

/**
 * A log for tools that collect the findings of others, such as GitHub's code scanning.
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarif({ diagnostics, version, path, page }: SarifInput) {
  const used = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const fingerprint = fingerprints(path);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'plancc',
            semanticVersion: version,
            informationUri: 'https://www.npmjs.com/package/plancc',
            rules: used.map((code) => rule(code, page(code))),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((found) => ({
          ruleId: found.code,
          ruleIndex: used.indexOf(found.code),
          level: found.severity,
          message: { text: textOf(found) },
          locations: [location(found, path)],
          ...(found.related.length > 0 && {
            relatedLocations: found.related.map((other, id) => ({
              id,
              ...location(other, path),
              message: { text: other.message },
            })),
          }),
          partialFingerprints: { 'problem/v1': fingerprint(found) },
          ...(found.silenced !== undefined && {
            suppressions: [{ kind: 'inSource', justification: found.silenced }],
          }),
        })),
      },
    ],
  };
}

/** Viewers show the message alone. */
const textOf = ({ message, help }: Diagnostic): string =>
  help === undefined ? message : `${message}\nhelp: ${help}`;

function rule(code: Code, { markdown, address }: ReturnType<SarifInput['page']>) {
  const { title, severity } = codes[code];
  const alias = aliases[code];
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: (markdown.split('\n\n')[1] ?? title).replaceAll('\n', ' ') },
    help: { text: markdown, markdown },
    helpUri: address,
    defaultConfiguration: { level: severity },
    ...(alias !== undefined && { properties: { tags: [alias] } }),
  };
}

type Place = Pick<RelatedPlace, 'file' | 'start' | 'end'>;

function location({ file, start, end }: Place, path: SarifInput['path']) {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path(file)), uriBaseId: '%SRCROOT%' },
      ...(start &&
        end && {
          region: {
            startLine: start.line,
            startColumn: start.utf16Column,
            endLine: end.line,
            endColumn: end.utf16Column,
          },
        }),
    },
  };
}

const uriOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** The same for the same problem while lines are added around it; of several alike in one file, they are counted. */
function fingerprints(path: SarifInput['path']): (found: Diagnostic) => string {
  const seen = new Map<string, number>();
  return ({ code, file, message, excerpt = '' }) => {
    const what = JSON.stringify([code, path(file), message, excerpt.trim()]);
    const nth = (seen.get(what) ?? 0) + 1;
    seen.set(what, nth);
    return `${createHash('sha256').update(what).digest('hex').slice(0, 32)}:${nth}`;
  };
}
