#!/bin/sh
# Installs what a target needs from Debian 12, and only what is missing:
#   tests/packages.sh deps|deps-test|deps-bench
# The web tests' own needs are in tests/web/install.sh.
# As root directly, else through sudo; says what it would install and stops when it may do neither.
set -eu
cd "$(dirname "$0")/.."
exec 9<tests/packages.sh && { flock 9 || :; }  # two at once, of make -j, would meet in apt

deps="gcc libc6-dev make pkg-config libyaml-dev libyajl-dev libcsv-dev libcmark-dev libicu-dev libxxhash-dev
      libssl-dev libqrencode-dev libjpeg62-turbo-dev libpng-dev libwebp-dev liblcms2-dev
      fonts-noto-core python3-fonttools python3-brotli"
deps_test="$deps libcmocka-dev perl python3 procps strace"
deps_bench="$deps hugo time valgrind python3"

case "$1" in
deps) wanted=$deps ;;
deps-test) wanted=$deps_test ;;
deps-bench) wanted=$deps_bench ;;
*) echo "usage: $0 deps|deps-test|deps-bench" >&2; exit 2 ;;
esac

installed() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'ok installed'; }

missing=
for package in $wanted; do
    installed "$package" || missing="$missing $package"
done
if [ -n "$missing" ]; then
    echo "attalak needs:$missing" >&2
    if [ "$(id -u)" = 0 ]; then sudo=
    elif command -v sudo >/dev/null; then sudo=sudo
    else
        echo "Run as root:  apt-get update && apt-get install -y --no-install-recommends$missing" >&2
        exit 1
    fi
    export DEBIAN_FRONTEND=noninteractive
    $sudo apt-get update -qq
    $sudo apt-get install -y -qq --no-install-recommends $missing >/dev/null
fi
[ "$1" != deps-test ] || [ ! -x tests/web/install.sh ] || tests/web/install.sh
