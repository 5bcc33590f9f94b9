#!/bin/sh
# SPDX-License-Identifier: MIT
exec node "$(dirname "$0")/share.mjs"
