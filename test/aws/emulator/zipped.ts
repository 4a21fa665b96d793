import { spawnSync } from 'node:child_process';

const python = `
import io, json, sys, zipfile
out = io.BytesIO()
with zipfile.ZipFile(out, 'w') as archive:
    for name, text in json.load(sys.stdin).items():
        archive.writestr(name, text)
sys.stdout.buffer.write(out.getvalue())`;

/** A zip with files of text, as functions are uploaded. */
export const zipped = (files: { readonly [name: string]: string }): Buffer =>
  spawnSync('python3', ['-c', python], { input: JSON.stringify(files) }).stdout;
