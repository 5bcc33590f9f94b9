#!/bin/sh
# SPDX-License-Identifier: MIT
#
# A fresh Debian 12 with only git, make and ca-certificates: what is committed is cloned into it, then
# `make site` and `make test` must both exit with 0 and leave nothing in the checkout that git does not
# ignore. Part of `make soak`; takes root, debootstrap, the network, 4 GB and about half an hour.
#
#     tests/fresh.sh [FOLDER]      FOLDER: where the system goes (default: a new one in /var/tmp)
#     STEPS="site" tests/fresh.sh  only these targets of make
#     KEEP=1 tests/fresh.sh        leaves the system there, to look into
#     MIRROR=http://...            another mirror of Debian
#
# All mounts live in a mount namespace of their own and all processes in a process namespace, so both
# are gone when this ends, however it ends; then the folder is removed, never across a mount.
# Taken over from this machine: resolv.conf, proxies, and authorities in /usr/local/share/ca-certificates.
set -eu
repository=$(cd "$(dirname "$0")/.." && pwd)
mirror=${MIRROR:-http://deb.debian.org/debian}
steps=${STEPS:-site test}

fail() { echo "fresh: $*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail "needs root, for debootstrap and chroot"
for tool in debootstrap unshare git; do
    command -v $tool >/dev/null || fail "needs $tool: apt-get install -y debootstrap util-linux git"
done

if [ -n "${1:-}" ]; then
    [ ! -e "$1" ] || [ -z "$(ls -A "$1")" ] || fail "$1 is not empty"
    mkdir -p "$1"
    system=$(cd "$1" && pwd)
else
    system=$(mktemp -d /var/tmp/attalak-fresh.XXXXXX)
fi

log=$(mktemp)
remove() {
    rm -f "$log"
    [ -z "${KEEP:-}" ] || { echo "fresh: kept in $system" >&2; return; }
    rm -rf --one-file-system "$system"
}
trap remove EXIT
trap 'exit 130' INT TERM

# ---- the machine ----

say() { echo "fresh: $(date +%H:%M:%S) $*" >&2; }

say "Debian 12 into $system"
debootstrap --variant=minbase --include=git,make,ca-certificates bookworm "$system" "$mirror" \
    >"$log" 2>&1 || { tail -20 "$log" >&2; fail "debootstrap"; }
cp /etc/resolv.conf "$system/etc/resolv.conf"
if [ -d /usr/local/share/ca-certificates ]; then
    cp -r /usr/local/share/ca-certificates/. "$system/usr/local/share/ca-certificates/"
fi

# What is committed, and nothing else: a bundle that the system's own git clones.
git -C "$repository" bundle create -q "$system/root/attalak.bundle" HEAD

cat >"$system/root/steps.sh" <<'STEPS'
set -eu
say() { echo "fresh: $(date +%H:%M:%S) $*" >&2; }
update-ca-certificates >/dev/null 2>&1
cd /root
git -c advice.detachedHead=false clone -q attalak.bundle attalak
cd attalak
for step; do
    say "make $step"
    make "$step" || { say "make $step: exit code $?"; exit 1; }
    [ "$step" != site ] || [ -s site/th/index.html ] || { say "site/ has no th/index.html"; exit 1; }
    say "make $step: done"
done
left=$(git status --porcelain)
[ -z "$left" ] || { say "left in the checkout:"; echo "$left" >&2; exit 1; }
STEPS

# ---- the steps, in namespaces of their own ----

export system steps
unshare --mount --pid --fork --kill-child --propagation private sh -eu -c '
    mount -t proc proc "$system/proc"
    mount --rbind /dev "$system/dev"
    mount -t tmpfs -o mode=1777 tmpfs "$system/dev/shm"
    bundle=/etc/ssl/certs/ca-certificates.crt
    exec env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb \
        NODE_EXTRA_CA_CERTS=$bundle ${http_proxy:+http_proxy="$http_proxy"} \
        ${https_proxy:+https_proxy="$https_proxy"} ${no_proxy:+no_proxy="$no_proxy"} \
        chroot "$system" sh /root/steps.sh $steps
'
say "all well: $steps"
