# SPDX-License-Identifier: MIT
# bash completion for attalak(1)
_attalak()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local commands="build check new render limits --help --version"
    local options="--output --jobs --base-url --url-style --lang --strict --allow-shrink
        --allow-new-hosts --allow-nonatomic --quiet --help"
    case $before in
    --lang) COMPREPLY=($(compgen -W "th en" -- "$word")) ;;
    --url-style) COMPREPLY=($(compgen -W "directory file" -- "$word")) ;;
    *)
        if [ "$COMP_CWORD" = 1 ]; then
            COMPREPLY=($(compgen -W "$commands" -- "$word"))
        elif [[ $word == -* ]]; then
            COMPREPLY=($(compgen -W "$options" -- "$word"))
        else
            COMPREPLY=($(compgen -f -- "$word"))
        fi
        ;;
    esac
}
complete -o filenames -F _attalak attalak
