#!/bin/sh
# Two columns for two sources.
set -eu
sed -i -e 's/"ชื่อ (อังกฤษ)": name.en/"ชื่อ (อังกฤษ)": sources.2.title/' content/tables.yaml
