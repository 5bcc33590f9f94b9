#!/bin/sh
# Two columns for one field.
set -eu
sed -i -e 's/"ชื่อ (อังกฤษ)": name.en/"ชื่อ (อังกฤษ)": name.th/' content/tables.yaml
