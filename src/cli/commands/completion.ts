import { type Command, defineCommand, exitCodes } from '../command.js';

const scripts: { readonly [shell: string]: (commands: readonly Command[]) => Promise<string> } = {
  bash: async (commands) => (await import('../completion/bash.js')).bash(commands),
  zsh: async (commands) => (await import('../completion/zsh.js')).zsh(commands),
  fish: async (commands) => (await import('../completion/fish.js')).fish(commands),
};

export const completion = defineCommand({
  name: 'completion',
  describe: 'Print a script that completes commands, options and files in a shell',
  operands: [
    { name: 'shell', required: true, choices: Object.keys(scripts), describe: 'The shell it is for' },
  ],
  options: {},
  examples: [
    ['completion bash > ~/.local/share/bash-completion/completions/plancc', 'For bash with bash-completion'],
    ['completion bash >> ~/.bashrc', 'For bash without it'],
    ['completion zsh > ~/.zfunc/_plancc', 'For zsh, where ~/.zfunc is in its $fpath'],
    ['completion fish > ~/.config/fish/completions/plancc.fish', 'For fish'],
  ],
  run: async ([shell], _options, { out }) => {
    const { commands } = await import('./index.js');
    out.write(await scripts[shell!]!(commands));
    return exitCodes.ok;
  },
});
