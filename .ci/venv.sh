#!/bin/sh
# Choose a Python of 3.11 or newer and let it make .venv: the one in PY, or the first that serves.
new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

for python in ${PY:-.venv/bin/python python3 python3.14 python3.13 python3.12 python3.11}; do
    if new_enough "$python"; then
        exec "$python" .ci/venv.py
    fi
done
echo "Python 3.11 or newer is needed, and ${PY:-python3} is not. Install one, or name it: make PY=/path/to/python3.12" >&2
exit 1
