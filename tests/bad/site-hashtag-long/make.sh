#!/bin/sh
# A hashtag that nobody types.
set -eu
sed -i -e 's/เที่ยวท้องถิ่น/เที่ยวท้องถิ่นไทยทั่วทุกภาคทุกจังหวัดทุกอำเภอทุกตำบล/' content/site.yaml
