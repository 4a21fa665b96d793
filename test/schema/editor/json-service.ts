import { createRequire } from 'node:module';
import type * as JsonService from 'vscode-json-languageservice';

// As an ES module it does not load in Node.
const load = createRequire(import.meta.url);

/** The service behind JSON files in VS Code. */
export const { getLanguageService, TextDocument } = load('vscode-json-languageservice') as typeof JsonService;
