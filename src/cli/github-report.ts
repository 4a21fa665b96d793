import { appendFileSync } from 'node:fs';
import { graphOf } from '../compiler/emit/graph/index.js';
import { mermaid } from '../compiler/emit/graph/mermaid.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { foremost } from '../diagnostics/foremost.js';
import { github } from '../diagnostics/formats/github.js';
import { plain } from '../diagnostics/formats/text.js';
import { isSystemError, systemReason } from '../distribution/system-reason.js';
import type { Plan } from '../language/plan.js';
import { address } from '../schema/address.js';
import { countProblems } from './report.js';
import { inRepository } from './repository.js';
import type { Terminal } from './terminal.js';

/** Rows of a table that somebody reads; GitHub refuses summaries of more than 1 MiB. */
const mostRows = 100;

/** What Mermaid draws on GitHub: https://mermaid.js.org/config/schema-docs/config.html#maxtextsize */
const largestPicture = 50_000;

/** Shows problems in the files of a pull request and on the page of the run. */
export function annotate(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  const annotations = github(diagnostics, inRepository(terminal.folder));
  // They repeat what stands above them, so the log shows them folded.
  if (annotations !== '') terminal.err.write(`::group::annotations\n${annotations}::endgroup::\n`);
  summarise(problemTable(diagnostics), terminal);
}

/** Draws a plan on the page of the run. */
export function draw(plan: Plan, terminal: Terminal): void {
  if (plan.states.length === 0) return;
  const picture = mermaid(graphOf(plan));
  const shown =
    picture.length > largestPicture
      ? 'The picture is larger than GitHub draws; `plancc graph --out plan.html` makes a page of it.'
      : `\`\`\`mermaid\n${picture}\`\`\``;
  summarise(`<details><summary>${inCell(plan.name)}</summary>\n\n${shown}\n\n</details>\n\n`, terminal);
}

function problemTable(diagnostics: readonly Diagnostic[]): string {
  const title = `### plancc: ${countProblems(diagnostics)}\n\n`;
  if (diagnostics.length === 0) return title;
  const { shown, left } = foremost(diagnostics, mostRows);
  const rows = shown.map(({ code, severity, message, help, file, start }) => {
    const where = start ? `${file}:${start.line}` : file;
    const what = [message, ...(help === undefined ? [] : [help])].map(inCell).join('<br>');
    return `| ${severity} | [${code}](${address(`docs/codes/${code}.md`)}) | ${inCell(where)} | ${what} |\n`;
  });
  const more = left.length > 0 ? `\n… and ${countProblems(left).replace(' ', ' more ')}\n` : '';
  return `${title}| | code | where | what |\n| - | - | - | - |\n${rows.join('')}${more}\n`;
}

/** Text in a cell of a table in GitHub's Markdown, which would read signs in names as its own. */
const inCell = (text: string): string =>
  plain(text)
    .split(/(`[^`]+`)/)
    .map((part, index) => (index % 2 === 1 ? `<code>${escaped(part.slice(1, -1))}</code>` : escaped(part)))
    .join('');

const escaped = (text: string): string =>
  text.replace(/[^\p{L}\p{N} .,:;/-]/gu, (sign) => `&#${sign.codePointAt(0)};`);

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions#adding-a-job-summary */
function summarise(markdown: string, { err }: Terminal): void {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  try {
    appendFileSync(file, markdown);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    err.write(`plancc: the summary of the step cannot be written: ${systemReason(error)}\n`);
  }
}
