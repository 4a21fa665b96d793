# Prints what zsh completes for each line of standard input, with a line `--` after each: complete.zsh SCRIPT.
# An interactive zsh is given the line and the tab key; its `compadd` also tells what matches.
zmodload zsh/zpty
zpty shell 'TERM=dumb PS1= zsh -f -i'
zpty -w shell 'stty -echo; autoload -Uz compinit; compinit -u -D
compadd() {
  if [[ ${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd "$@"; return; fi
  local -a matched
  builtin compadd -A matched "$@"
  (( $#matched )) && print -rl -- ${matched/#/hit:}
  builtin compadd "$@"
}
finish() { print end:; }
show() { comppostfuncs=(finish); zle complete-word; BUFFER=; }
zle -N show; bindkey "^I" show; source '${(q)1}'; print ready:'
until [[ $out == ready:* ]]; do zpty -r shell out; done
while IFS= read -r line; do
  zpty -w -n shell "$line"$'\t'
  out=
  until [[ $out == *end:* ]]; do
    zpty -r shell out
    [[ $out == *hit:* ]] && print -r -- ${${out##*hit:}//[$'\r\n']/}
  done
  print -- --
done
