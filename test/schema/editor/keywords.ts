/** What editors know beyond JSON Schema. https://github.com/SchemaStore/schemastore/blob/master/CONTRIBUTING.md#non-standard-properties */
export const editorKeywords = [
  'markdownDescription',
  'enumDescriptions',
  'defaultSnippets',
  'patternErrorMessage',
  'x-intellij-enum-metadata',
] as const;
