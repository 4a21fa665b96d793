const marked = /(<!-- (\w+)(?: of (\S+))? -->\n)[\s\S]*?(<!-- \/\2 -->)/g;

/** A document with other text in its parts, such as the one from `<!-- fields of cdk -->` to `<!-- /fields -->`. */
export const withParts = (markdown: string, part: (kind: string, of: string | undefined) => string): string =>
  markdown.replace(
    marked,
    (_, start: string, kind: string, of: string | undefined, end: string) =>
      `${start}\n${part(kind, of)}\n${end}`,
  );
