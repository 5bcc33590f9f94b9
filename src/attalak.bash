# SPDX-License-Identifier: MIT
# bash completion for attalak(1)
_attalak()
{
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    local commands="build check diff new remind render sheet-template snapshot limits --help --version"
    local options="--output --jobs --base-url --lang --quiet --help"
    case ${COMP_WORDS[1]} in
    build) options+=" --url-style --strict --allow-shrink --allow-new-hosts --allow-nonatomic --allow-large --previous-manifest" ;;
    check) options+=" --format --rules --explain" ;;
    diff) options="--format --lang --output --help" ;;
    remind) options="--round --province --summary --lang --output --help" ;;
    snapshot) options="--month --force --output --help" ;;
    sheet-template) options="--kind --format --lang --output --help" ;;
    esac
    case $before in
    --lang) COMPREPLY=($(compgen -W "th en" -- "$word")) ;;
    --kind) COMPREPLY=($(compgen -W "identity report" -- "$word")) ;;
    --format)
        if [[ ${COMP_WORDS[1]} == check ]]; then
            COMPREPLY=($(compgen -W "text json csv html" -- "$word"))
        elif [[ ${COMP_WORDS[1]} == diff ]]; then
            COMPREPLY=($(compgen -W "text json html" -- "$word"))
        else
            COMPREPLY=($(compgen -W "csv dictionary-csv dictionary-html" -- "$word"))
        fi
        ;;
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
