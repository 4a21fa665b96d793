import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Graph } from '../../compiler/emit/graph/model.js';
import type { Problem } from '../../diagnostics/problem.js';
import { isSystemError } from '../../distribution/system-reason.js';
import { defineCommand, exitCodes, planOperand, quiet, setVersion } from '../command.js';
import { compileNamed, located } from '../compile-plan.js';
import { installed } from '../installed.js';
import { otherFormat, twoLines } from '../mistakes.js';
import { give, report, say } from '../report.js';

const formats: { readonly [format: string]: (graph: Graph) => Promise<string> } = {
  mermaid: async (graph) => (await import('../../compiler/emit/graph/mermaid.js')).mermaid(graph),
  dot: async (graph) => (await import('../../graph/dot.js')).dot(graph),
  svg: async (graph) => (await import('../../graph/svg/index.js')).svg(graph),
  html: async (graph) => {
    const { html } = await import('../../graph/html/index.js');
    const part = (file: string) => readFileSync(installed(file), 'utf8');
    return html(graph, { style: part('dist/graph.css'), script: part('dist/graph.js') });
  },
};

/** Which format a file's name asks for. */
const endings: { readonly [ending: string]: string } = {
  '.mmd': 'mermaid',
  '.mermaid': 'mermaid',
  '.dot': 'dot',
  '.gv': 'dot',
  '.svg': 'svg',
  '.html': 'html',
};

export const graph = defineCommand({
  name: 'graph',
  describe: 'Draw a plan: its states and the ways between them',
  operands: [planOperand],
  options: {
    quiet,
    'set-version': setVersion,
    format: {
      type: 'string',
      value: 'format',
      choices: Object.keys(formats),
      describe: 'How to draw it, where the name of the file does not say; mermaid when neither does',
    },
    out: {
      type: 'string',
      alias: 'o',
      value: 'file',
      takes: 'file',
      pattern: `(${Object.keys(endings).join('|').replaceAll('.', '\\.')})$`,
      expected: `a name that ends in one of ${Object.keys(endings).join(', ')}`,
      describe: 'Where to write it, instead of standard output; the ending says the format',
    },
  },
  examples: [
    ['graph', 'The plan of this folder as a Mermaid flowchart, which GitHub and GitLab draw in Markdown'],
    ['graph --out docs/plan.svg', 'A picture for the README, for light and dark'],
    ['graph webshop --out webshop.html', 'A page to look around in, which needs no network'],
    ['graph --format dot > plan.dot', 'For Graphviz to draw'],
  ],
  fails: 'There is an error in the plan, of which what can be is drawn, or the file cannot be written',
  run: async ([argument = '.'], options, terminal) => {
    const { format, out } = options;
    const said = endings[extname(out ?? '')];
    if (out !== undefined && said !== undefined && format !== undefined && format !== said) {
      terminal.err.write(twoLines(otherFormat(out, said, format)));
      return exitCodes.usage;
    }
    const { plan, diagnostics } = await compileNamed(argument, options, terminal, 'plan or definition');
    if (plan === undefined || plan.states.length === 0) return report(diagnostics, {}, options, terminal);

    const { graphOf } = await import('../../compiler/emit/graph/index.js');
    const text = await formats[format ?? said ?? 'mermaid']!(graphOf(plan));
    const unwritten = out === undefined ? [] : await write(out, text);
    if (unwritten.length > 0)
      return report([...diagnostics, ...(await located(unwritten))], {}, options, terminal);
    const exitCode = await report(diagnostics, {}, options, terminal);
    give(out === undefined ? text : `${out}\n`, terminal);
    if (exitCode !== 0) say('this is what can be drawn of a plan with errors', options, terminal);
    return exitCode;
  },
});

async function write(path: string, text: string): Promise<readonly Problem[]> {
  const [{ writeWhole }, { unwritableBecause }] = await Promise.all([
    import('../write-whole.js'),
    import('../../distribution/output.js'),
  ]);
  try {
    writeWhole(path, text);
    return [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [unwritableBecause(path, error)];
  }
}
