#!/bin/sh
# A name that makes a hashtag longer than networks take.
set -eu
sed -i -e 's/บ้านเขว้า/บ้านเขว้าใหญ่เหนือใต้ตะวันออกตะวันตก/' content/registry/laos.csv
