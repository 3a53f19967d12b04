# completions.zsh SCRIPT LINE: what an interactive zsh with SCRIPT loaded offers after LINE, one offer a line.
# compadd is what every completion function ends in, so it is where the offers are written down.
zmodload zsh/zpty
setup="PS1=; unsetopt beep; autoload -Uz compinit; compinit -u -D
compadd() {
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\ * ]]; then builtin compadd \"\$@\"; return; fi
  typeset -ga hits; hits=()
  builtin compadd -A hits \"\$@\"
  print -rl -- \$hits >>\$OFFERS
  builtin compadd \"\$@\"
}
source $1
show() { zle complete-word; print -r -- done >\$OFFERS.done; }
zle -C complete-word complete-word _main_complete
zle -N show; bindkey '^I' show; print -r READY"
export OFFERS=$HOME/offers.$$
: >$OFFERS
zpty session zsh -f -i
print -r -- "$setup" >$OFFERS.setup
zpty -w session "source $OFFERS.setup"
zpty -r -m session out '*READY*'
zpty -w -n session "$2"$'\t'
for ((i = 0; i < 100; i++)); do
  if [[ -e $OFFERS.done ]]; then break; fi
  sleep 0.1
done
zpty -d session
sed '/^$/d' $OFFERS | sort -u
