#!/bin/sh
# SPDX-License-Identifier: MIT
exec node "$(dirname "$0")/webkit.mjs"
