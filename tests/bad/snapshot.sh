# For the cases of snapshots: counts of a month that are right, in the file $kept.
set -eu
kept=content/snapshots/2025-03.csv
mkdir -p content/snapshots
cat >"$kept" <<'END'
code,laos,published,state_published,state_late,state_warned,state_held,state_none,field_food,field_product
36,4,2,1,0,1,1,1,1,1
3601,2,1,1,0,0,1,0,1,0
3602,2,1,0,0,1,0,1,0,1
37,1,1,1,0,0,0,0,1,0
3701,1,1,1,0,0,0,0,1,0
END
