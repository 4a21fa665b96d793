import { compile } from '../../src/compiler/index.js';
import { virtualProject } from '../../src/source/virtual.js';
import { newFolder } from '../folder.js';
import { shown } from '../golden.js';
import { services } from '../services.js';
import { blocksOf, withBlocks } from './blocks.js';
import { ran } from './console.js';

/** The page of a code, cut at its headings. */
export interface Page {
  readonly heading: string;
  readonly intro: string;
  readonly sections: ReadonlyMap<string, string>;
}

export function pageOf(markdown: string): Page {
  const [top, ...rest] = markdown.split(/^## /m);
  const [heading, ...intro] = top!.split('\n');
  const sections = rest.map((text): [string, string] => {
    const end = text.indexOf('\n');
    return [text.slice(0, end), text.slice(end)];
  });
  return { heading: heading!, intro: intro.join('\n').trim(), sections: new Map(sections) };
}

type Texts = { readonly [path: string]: string };

/** The files of an example: a block without a title is the plan. */
const filesOf = (markdown: string): Texts =>
  Object.fromEntries(
    blocksOf(markdown)
      .filter(({ language, title }) => (language !== 'console' && language !== 'text') || title !== undefined)
      .map(({ language, title, text }) => [title ?? (language === 'json' ? 'plan.json' : 'plan.yaml'), text]),
  );

interface Performed {
  readonly markdown: string;
  readonly said: string;
}

/** An example with what plancc really says of it: in `console` blocks by running the command, else by compiling. */
async function example(markdown: string, files: Texts): Promise<Performed> {
  const consoles = blocksOf(markdown).some(({ language }) => language === 'console');
  if (consoles) {
    const folder = newFolder(files);
    const said: string[] = [];
    const real = await withBlocks(markdown, async ({ language, title, text }) => {
      if (language !== 'console' || title !== undefined) return text;
      const printed = await ran(text, folder);
      said.push(printed);
      return printed;
    });
    return { markdown: real, said: said.join('') };
  }
  const { 'plan.yaml': yaml, 'plan.json': plain, ...others } = files;
  const file = yaml === undefined ? 'plan.json' : 'plan.yaml';
  const said = shown(compile({ file, text: yaml ?? plain!, project: virtualProject(others), services }));
  return {
    markdown: await withBlocks(markdown, ({ language, title, text }) =>
      language === 'text' && title === undefined ? said : text,
    ),
    said,
  };
}

/** A page with what plancc really says of its examples; the files of the right one stand beside those of the wrong one. */
export async function performed(
  markdown: string,
): Promise<{ readonly markdown: string; readonly wrong: string; readonly right: string }> {
  const [before, wrongText, rightText] = markdown.split(/^(?=## (?:Wrong|Right)$)/m);
  const wrongFiles = filesOf(wrongText ?? '');
  const wrong = await example(wrongText ?? '', wrongFiles);
  const right = await example(rightText ?? '', { ...wrongFiles, ...filesOf(rightText ?? '') });
  return { markdown: `${before}${wrong.markdown}${right.markdown}`, wrong: wrong.said, right: right.said };
}
