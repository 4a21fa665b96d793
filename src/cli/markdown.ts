import { bold, type Page, widthOf, wrapped } from './page.js';

/**
 * A Markdown document as a terminal shows it: paragraphs as wide as fits, code set in, tables as lists of their rows,
 * headings bold where colours are wanted.
 */
export function renderMarkdown(markdown: string, page: Page): string {
  const width = widthOf(page);
  return `${blocks(markdown)
    .map((block) => {
      const [first, ...rest] = block.split('\n');
      if (/^```/.test(first!)) return indented([...titleOf(first!), ...rest.slice(0, -1)]);
      if (/^#+ /.test(first!)) return bold(first!.replace(/^#+ /, ''), page);
      if (/^\|/.test(first!)) return rows(rest.slice(1), width);
      if (/^(\d+\.|[-*]) /.test(first!)) return items(block, width);
      return paragraph(words(block), width, '');
    })
    .join('\n\n')}\n`;
}

/** Paragraphs, lists, tables and fenced code, which may have empty lines; comments are for programs. */
const blocks = (markdown: string): readonly string[] =>
  markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .match(/^```[\s\S]*?^```$|^.+(?:\n(?!```).+)*/gm)
    ?.map((block) => block.trimEnd()) ?? [];

const titleOf = (fence: string): readonly string[] => {
  const title = fence.match(/title="(.*)"/)?.[1];
  return title === undefined ? [] : [`# ${title}`, ''];
};

const indented = (lines: readonly string[]): string =>
  lines.map((line) => (line === '' ? '' : `    ${line}`)).join('\n');

/** Links as addresses, which a terminal can open; those into the documents are their words alone. */
const words = (text: string): string =>
  text.replace(/\[([^\]]+)\]\((\S+?)\)/g, (_, label: string, address: string) =>
    /^https?:/.test(address) ? `${label} (${address})` : label,
  );

const paragraph = (text: string, width: number, margin: string): string =>
  wrapped(text.trim().replace(/\s+/g, ' '), width - margin.length)
    .map((line) => margin + line)
    .join('\n');

/** `| name | meaning | example |` as the name above what belongs to it. */
const rows = (lines: readonly string[], width: number): string =>
  lines
    .flatMap((line) => {
      const [name, ...cells] = line.split(/(?<!\\)\|/).slice(1, -1);
      const required = /^\s*\*\*/.test(name!) ? ' (required)' : '';
      const said = cells.map((cell) => words(cell.replaceAll('\\|', '|').trim())).filter(Boolean);
      return [
        `  ${name!.replaceAll('**', '').trim()}${required}`,
        ...said.map((cell) => paragraph(cell, width, '      ')),
      ];
    })
    .join('\n');

const items = (block: string, width: number): string =>
  block
    .split(/\n(?=(?:\d+\.|[-*]) )/)
    .map((item) => {
      const [sign, text] = [item.slice(0, item.indexOf(' ')), item.slice(item.indexOf(' ') + 1)];
      return `${sign} ${paragraph(words(text), width, ' '.repeat(sign.length + 1)).trimStart()}`;
    })
    .join('\n');
