#!/usr/bin/env bash
# Build the wheel, install it into an empty environment in an empty folder elsewhere, and extract one article
# there: shows that the wheel carries all it needs and that two installs give the same versions.
set -euo pipefail
top=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$top/.venv/bin/python" -m pip wheel --quiet --disable-pip-version-check --no-deps -w "$work/dist" "$top"
"${PYTHON:-python3}" -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check -c "$top/constraints.txt" "$work"/dist/*.whl
cd "$work"
printf '%s\n' '記者王小明報道:3月5日,某市第一醫院向山口縣人民醫院捐贈(zèng)設備12臺,價值30萬元。' > article.txt
env -i PATH=/usr/bin:/bin HOME="$work" "$work/env/bin/bangfu" run article.txt -o out
grep -q '30万元,300000' out/money.csv || { echo "check_wheel: no 300000 in money.csv"; cat out/money.csv; exit 1; }
grep -q '王小明' out/people.csv || { echo "check_wheel: no person in people.csv"; cat out/people.csv; exit 1; }
"$work/env/bin/python" -m pip freeze --exclude bangfu | sort -f > versions.txt
strays=$(grep -vixFf "$top/constraints.txt" versions.txt || true)
[ -z "$strays" ] || { echo "check_wheel: not pinned by constraints.txt: $strays"; exit 1; }
echo "check_wheel: the wheel works in an empty environment, every version as pinned"
