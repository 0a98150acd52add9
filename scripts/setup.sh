#!/usr/bin/env bash
# Sets up all that the make targets need: a QGIS, and a .venv on QGIS's own Python.
# Safe to run again and again: when nothing changed it only compares a stamp.
set -euo pipefail
cd "$(dirname "$0")/.."

MINIMUM=34000 # QGIS 3.40
STAMP=.venv/rev-setup.stamp
PACKAGES=(qgis python3-qgis qgis-providers)
TOOLS=(git make python3-venv python3-numpy python3-scipy python3-pyproj python3-gdal python3-lxml
    python3-jinja2 python3-matplotlib python3-psycopg2 python3-yaml proj-data xvfb xauth
    fonts-dejavu-core)

has_qgis() { # python
    PYTHONPATH="${PYTHONPATH:-}:/usr/share/qgis/python" "$1" - "$MINIMUM" <<'PY' 2>/dev/null
import sys
from qgis.core import Qgis
sys.exit(Qgis.QGIS_VERSION_INT < int(sys.argv[1]))
PY
}

find_python() { # the Python that imports qgis, which need not be the first on PATH
    local python
    for python in "${QGIS_PYTHON:-}" /usr/bin/python3 /usr/local/bin/python3 "$(command -v python3 || true)"; do
        if [ -n "$python" ] && [ -x "$python" ] && has_qgis "$python"; then
            echo "$python"
            return
        fi
    done
    return 1
}

fingerprint() {
    local python=$1
    { cat scripts/setup.sh scripts/requirements-dev.txt && "$python" --version &&
        stat -c '%n %Y' "$(readlink -f "$python")" "$(command -v qgis_process || echo /)"; } |
        sha256sum | cut -d ' ' -f 1
}

install_lines() { # codename: the lines that install QGIS and the tools on this Debian
    local suite="$1-backports"
    echo "echo 'deb http://deb.debian.org/debian $suite main' > /etc/apt/sources.list.d/rev-backports.list"
    echo "apt-get update"
    echo "apt-get install -y --no-install-recommends -t $suite ${PACKAGES[*]}"
    echo "apt-get install -y --no-install-recommends ${TOOLS[*]}"
}

stop_with_lines() { # advice for those who must install by hand
    printf '%s\n' "$@" >&2
    exit 1
}

install_on_debian() {
    local codename=$1 run
    if [ "$(id -u)" = 0 ]; then
        run=(env DEBIAN_FRONTEND=noninteractive bash -euc)
    elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        run=(sudo -n env DEBIAN_FRONTEND=noninteractive bash -euc)
    else
        stop_with_lines "REV heeft QGIS 3.40 of nieuwer nodig. Voer als root uit en begin dan opnieuw:" \
            "" "$(install_lines "$codename")"
    fi
    install_lines "$codename" | while IFS= read -r line; do
        echo "+ $line"
        "${run[@]}" "$line" </dev/null || { sleep 5 && "${run[@]}" "$line" </dev/null; }
    done
}

install_system() {
    local id="" codename=""
    if [ -r /etc/os-release ]; then
        # shellcheck source=/dev/null
        . /etc/os-release
        id=${ID:-} codename=${VERSION_CODENAME:-}
    fi
    case "$id-$codename" in
        debian-bookworm | debian-trixie) install_on_debian "$codename" ;;
        *) stop_with_lines "REV heeft QGIS 3.40 of nieuwer nodig, met zijn Python-pakketten." \
            "Installeer dat volgens https://qgis.org/resources/installation-guide/ en ook:" \
            "  git make xvfb en voor Python: venv numpy scipy pyproj gdal lxml jinja2 matplotlib" \
            "Staat QGIS bij een andere Python, geef die dan op: QGIS_PYTHON=/pad/naar/python3 make demo" ;;
    esac
}

tools_present() { # python
    command -v xvfb-run >/dev/null && command -v qgis_process >/dev/null &&
        "$1" -c 'import ensurepip, numpy, scipy, pyproj, osgeo, lxml, jinja2, matplotlib, yaml' 2>/dev/null
}

make_venv() { # python
    local venv=.venv/bin/python
    if ! [ -x $venv ] || [ "$($venv -c 'import sys; print(sys.base_prefix)')" != "$("$1" -c 'import sys; print(sys.base_prefix)')" ]; then
        rm -rf .venv
        "$1" -m venv --system-site-packages .venv
    fi
    # Only what QGIS's own Python lacks or has too old; never its numpy or pyproj.
    $venv -c 'import shapely; assert int(shapely.__version__[0]) >= 2' 2>/dev/null ||
        $venv -m pip install --quiet --no-deps shapely==2.1.2
    $venv -c 'import pandas; assert int(pandas.__version__.split(".")[0]) >= 2' 2>/dev/null ||
        $venv -m pip install --quiet --no-deps pandas==2.3.3 tzdata
    $venv -m pip install --quiet --requirement scripts/requirements-dev.txt
}

python=$(find_python || true)
if [ -n "$python" ] && [ -r "$STAMP" ] && [ "$(cat "$STAMP")" = "$(fingerprint "$python")" ]; then
    exit 0
fi
if [ -z "$python" ] || ! tools_present "$python"; then
    install_system
    python=$(find_python) || stop_with_lines "QGIS is geïnstalleerd, maar geen Python hier laadt qgis ≥ 3.40."
fi
make_venv "$python"
fingerprint "$python" >"$STAMP"
echo "Klaar: $("$python" --version), QGIS $(.venv/bin/python -c 'from qgis.core import Qgis; print(Qgis.QGIS_VERSION)')"
