import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { messages, send } from './messages.js';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const program = join(root, 'node_modules/yaml-language-server/bin/yaml-language-server');

/** Settings as an editor has them, e.g. `{ yaml: { customTags: ['!Ref'] } }`. */
export type Settings = { readonly [section: string]: object };

export interface Item {
  readonly label: string;
  readonly insertText?: string;
  readonly documentation?: string | { readonly value: string };
  readonly textEdit?: { readonly newText: string; readonly range: Range };
}

export interface Found {
  readonly message: string;
  readonly range: Range;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** From 0, as the protocol counts. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** What an editor asks of a language server about one text. */
export interface Editor {
  readonly complete: (text: string, position: Position) => Promise<readonly Item[]>;
  readonly hover: (text: string, position: Position) => Promise<string>;
  /** `file` is opened once. */
  readonly diagnose: (text: string, file?: string) => Promise<readonly Found[]>;
  readonly close: () => void;
}

const capabilities = {
  textDocument: {
    completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown', 'plaintext'] } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    publishDiagnostics: {},
  },
  workspace: { configuration: true, workspaceFolders: true },
};

/**
 * Starts the language server that VS Code, Neovim, Helix and others run, and talks to it as they do. Texts are of files
 * in `folder`, a path from the root of the repository; nothing is written there.
 */
export async function startLanguageServer(settings: Settings, folder: string): Promise<Editor> {
  const server = spawn(process.execPath, [program, '--stdio']);
  const call = client(server, settings);
  const rootUri = pathToFileURL(root).href;
  await call.request('initialize', {
    processId: process.pid,
    rootUri,
    capabilities,
    workspaceFolders: [{ uri: rootUri, name: 'plancc' }],
  });
  call.notify('initialized', {});
  call.notify('workspace/didChangeConfiguration', { settings });

  let documents = 0;
  const open = (text: string, name = `plan-${documents++}.yaml`) => {
    const uri = pathToFileURL(join(root, folder, name)).href;
    call.notify('textDocument/didOpen', {
      textDocument: { uri, languageId: 'yaml', version: 1, text },
    });
    return uri;
  };
  const about = async (method: string, text: string, position: Position) => {
    const uri = open(text);
    const answer = await call.request(method, { textDocument: { uri }, position });
    call.notify('textDocument/didClose', { textDocument: { uri } });
    return answer;
  };
  const diagnose = async (text: string, name?: string) => {
    const uri = open(text, name);
    const found = await call.diagnostics(uri);
    call.notify('textDocument/didClose', { textDocument: { uri } });
    return found;
  };
  // Its settings arrive when it has asked for them, and it answers before.
  await diagnose('Name: webshop\n', 'first.yaml');
  return {
    complete: async (text, position) => {
      const answer = await about('textDocument/completion', text, position);
      return (answer as { items: readonly Item[] } | null)?.items ?? [];
    },
    hover: async (text, position) => {
      const answer = await about('textDocument/hover', text, position);
      const shown = (answer as { contents: { value: string } } | null)?.contents.value ?? '';
      // The schema it comes from, by its path on this machine.
      return shown.replaceAll(pathToFileURL(root).href, '…');
    },
    diagnose,
    close: () => void server.kill(),
  };
}

/** One end of the protocol: requests with their answers, and what the server asks and tells of itself. */
function client(server: ChildProcessWithoutNullStreams, settings: Settings) {
  const answers = new Map<number, (result: unknown) => void>();
  const published = new Map<string, (found: readonly Found[]) => void>();
  let last = 0;
  messages(server.stdout, ({ id, method, params, result, error }) => {
    if (method === 'workspace/configuration') {
      const sections = (params as { items: readonly { section: string }[] }).items;
      send(server.stdin, { id, result: sections.map(({ section }) => settings[section] ?? {}) });
    } else if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: readonly Found[] };
      published.get(uri)?.(diagnostics);
    } else if (method !== undefined) {
      if (id !== undefined) send(server.stdin, { id, result: null });
    } else if (id !== undefined) {
      if (error !== undefined) throw new Error(`the language server: ${JSON.stringify(error)}`);
      answers.get(id)?.(result);
    }
  });
  return {
    notify: (method: string, params: object) => send(server.stdin, { method, params }),
    request: (method: string, params: object) =>
      new Promise<unknown>((resolve) => {
        const id = ++last;
        answers.set(id, resolve);
        send(server.stdin, { id, method, params });
      }),
    diagnostics: (uri: string) =>
      new Promise<readonly Found[]>((resolve) => {
        published.set(uri, resolve);
      }),
  };
}
