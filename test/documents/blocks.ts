/** A fenced block of a Markdown document. */
export interface Block {
  readonly language: string;
  /** The path of the file it shows: ` ```yaml title="app/plan.yaml" `. */
  readonly title?: string;
  readonly text: string;
}

const fence = /^```(\w+)(?: title="([^"]+)")?\n([\s\S]*?)^```$/gm;

export const blocksOf = (markdown: string): readonly Block[] =>
  [...markdown.matchAll(fence)].map(([, language, title, text]) => ({
    language: language!,
    text: text!,
    ...(title !== undefined && { title }),
  }));

/** The document with other texts in its blocks, made one after the other. */
export async function withBlocks(
  markdown: string,
  text: (block: Block) => string | Promise<string>,
): Promise<string> {
  const texts: string[] = [];
  for (const block of blocksOf(markdown)) texts.push(await text(block));
  return markdown.replace(fence, (all) => `${all.slice(0, all.indexOf('\n') + 1)}${texts.shift()}\`\`\``);
}

/** The plan of an example and the other files of its project. */
export interface Example {
  readonly plan: string;
  readonly files: { readonly [path: string]: string };
}

/** A block without a title is a plan; those with titles behind it are the files beside it. */
export function examplesOf(markdown: string): readonly Example[] {
  const found: { plan: string; files: Record<string, string> }[] = [];
  for (const { title, text } of blocksOf(markdown)) {
    if (title === undefined) found.push({ plan: text, files: {} });
    else found.at(-1)!.files[title] = text;
  }
  return found;
}
