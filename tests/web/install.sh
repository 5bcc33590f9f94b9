#!/bin/sh
# SPDX-License-Identifier: MIT
# What the tests of the web pages need: packages of Debian 12, only those that are missing, and the
# tools of package-lock.json in node_modules. As root directly, else through sudo; says what it would
# install and stops when it may do neither.
set -eu
cd "$(dirname "$0")"

# command that shows it is there : the package that brings it
needs="node:nodejs npm:npm java:default-jre-headless xmllint:libxml2-utils nginx:nginx wrk:wrk
       chromium:chromium firefox-esr:firefox-esr WebKitWebDriver:webkit2gtk-driver Xvfb:xvfb
       prove:perl pdftoppm:poppler-utils zbarimg:zbar-tools"
PATH=$PATH:/usr/sbin

# Java and Chromium read it; in a bare chroot it has to be mounted.
if [ ! -e /proc/self ]; then
    echo "/proc is missing: mount -t proc proc /proc" >&2
    exit 1
fi

missing=
for need in $needs; do
    command -v "${need%%:*}" >/dev/null || missing="$missing ${need#*:}"
done

# nginx is wanted as a program only: no service is started now or at the next boot.
quietly() {
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
        printf '#!/bin/sh\nexit 101\n' | $sudo tee $policy >/dev/null
        $sudo chmod 755 $policy
        trap '$sudo rm -f $policy' EXIT
    fi
    $sudo apt-get update -qq
    $sudo env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends $missing >/dev/null
    case "$missing" in
    *nginx*) $sudo rm -f /etc/systemd/system/multi-user.target.wants/nginx.service ;;
    esac
}

if [ -n "$missing" ]; then
    echo "the web tests need:$missing" >&2
    if [ "$(id -u)" = 0 ]; then sudo=
    elif command -v sudo >/dev/null; then sudo=sudo
    else
        echo "Run as root:  apt-get install -y --no-install-recommends$missing" >&2
        exit 1
    fi
    quietly
fi

# npm ci is not repeated while the lock file is the one that was installed.
if ! cmp -s package-lock.json node_modules/.installed; then
    npm ci --no-audit --no-fund --loglevel=error >&2
    cp package-lock.json node_modules/.installed
fi
