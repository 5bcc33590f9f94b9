#!/bin/sh
# SPDX-License-Identifier: MIT
# The search page in a browser.
exec node "$(dirname "$0")/search.mjs"
