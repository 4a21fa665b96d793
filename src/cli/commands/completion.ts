import { defineCommand, exitCodes } from '../command.js';

export const completion = defineCommand({
  name: 'completion',
  describe: 'Print a script that completes commands, options and files in a shell',
  operands: [
    { name: 'shell', required: true, choices: ['bash', 'zsh', 'fish'], describe: 'The shell it is for' },
  ],
  options: {},
  examples: [
    ['completion bash > ~/.local/share/bash-completion/completions/plancc', 'For bash with bash-completion'],
    ['completion bash >> ~/.bashrc', 'For bash without it'],
    ['completion zsh > ~/.zfunc/_plancc', 'For zsh, where ~/.zfunc is in its $fpath'],
    ['completion fish > ~/.config/fish/completions/plancc.fish', 'For fish'],
  ],
  run: async ([shell], _options, { out }) => {
    const [{ bash }, { zsh }, { fish }, { commands }] = await Promise.all([
      import('../completion/bash.js'),
      import('../completion/zsh.js'),
      import('../completion/fish.js'),
      import('./index.js'),
    ]);
    out.write({ bash, zsh, fish }[shell as 'bash' | 'zsh' | 'fish'](commands));
    return exitCodes.ok;
  },
});
