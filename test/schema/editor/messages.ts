import type { Readable, Writable } from 'node:stream';

/** A message of JSON-RPC: a request, an answer or a notification. */
export interface Message {
  readonly id?: number | undefined;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

// https://microsoft.github.io/language-server-protocol/specifications/lsp/3.17/specification/#baseProtocol
const separator = '\r\n\r\n';

export function send(stream: Writable, message: Message): void {
  const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
  stream.write(`Content-Length: ${body.length}${separator}`);
  stream.write(body);
}

/** Calls back with every message of a stream, which may cut them anywhere. */
export function messages(stream: Readable, receive: (message: Message) => void): void {
  let rest = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const end = rest.indexOf(separator);
      if (end === -1) return;
      const length = Number(/Content-Length: (\d+)/i.exec(rest.toString('ascii', 0, end))![1]);
      const start = end + separator.length;
      if (rest.length < start + length) return;
      receive(JSON.parse(rest.toString('utf8', start, start + length)));
      rest = rest.subarray(start + length);
    }
  });
}
