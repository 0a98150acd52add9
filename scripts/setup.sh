#!/usr/bin/env bash
# Sets up what the make targets need: QGIS, and a .venv made with QGIS's own Python.
#   setup.sh       to run the plugin        setup.sh dev   also to check and test it
# Safe to run again and again: when nothing changed it only compares a stamp.
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:-run}
venv=.venv/bin/python
stamp=.venv/rev-$level.stamp
MINIMUM=34000 # QGIS 3.40
QGIS_PACKAGES=(qgis python3-qgis qgis-providers)
RUN_PACKAGES=(python3-venv python3-numpy python3-scipy python3-pyproj python3-gdal python3-lxml
    python3-jinja2 python3-matplotlib proj-data fonts-dejavu-core)
DEV_PACKAGES=(xvfb xauth qttools5-dev-tools poppler-utils)
MODULES=(numpy scipy pyproj lxml jinja2 matplotlib) # any version will do; pip can add them

fingerprint() { # of all that the outcome depends on
    {
        cat scripts/setup.sh scripts/requirements-*.txt
        readlink -f $venv "$(command -v qgis_process || true)"
        stat -Lc %Y $venv "$(command -v qgis_process || echo .)"
    } 2>/dev/null | sha256sum
}

stop() { # lines: says what is wrong and what to do
    printf '%s\n' "$@" >&2
    exit 1
}

imports_qgis() { # python
    "$1" - "$MINIMUM" 2>/dev/null <<'PY'
import sys
from qgis.core import Qgis
sys.exit(Qgis.QGIS_VERSION_INT < int(sys.argv[1]))
PY
}

imports() { # python module…
    local python=$1 IFS=,
    shift
    "$python" -c "import $*" 2>/dev/null
}

find_python() { # the Python that imports qgis, which need not be the first on PATH
    local python
    for python in "${QGIS_PYTHON:-}" "${QGIS_PREFIX:+$QGIS_PREFIX/bin/python3}" /usr/bin/python3 \
        /usr/local/bin/python3 "$(command -v python3 || true)"; do
        if [ -x "$python" ] && imports_qgis "$python"; then
            echo "$python"
            return
        fi
    done
    return 1
}

# --- Debian's packages ---------------------------------------------------------------------

codename() { # of a Debian; empty elsewhere
    (. /etc/os-release && [ "$ID" = debian ] && echo "${VERSION_CODENAME:-sid}") 2>/dev/null || true
}

debian_lines() { # codename: the lines that install what is missing
    local install="apt-get install -y --no-install-recommends" suite=""
    local extra=("${RUN_PACKAGES[@]}")
    [ "$level" = dev ] && extra+=("${DEV_PACKAGES[@]}")
    case $1 in # QGIS ≥ 3.40 is in the backports; Debian 12 has shapely and pandas too old
        bookworm) suite=bookworm-backports ;;
        trixie)
            suite=trixie-backports
            extra+=(python3-shapely python3-pandas)
            ;;
        *) extra+=(python3-shapely python3-pandas) ;;
    esac
    if [ -n "$suite" ] && ! grep -qrs "$suite" /etc/apt/sources.list /etc/apt/sources.list.d; then
        echo "echo 'deb http://deb.debian.org/debian $suite main' > /etc/apt/sources.list.d/rev-backports.list"
    fi
    echo "apt-get update"
    echo "$install ${extra[*]}"
    [ -n "$python" ] || echo "$install ${suite:+-t $suite }${QGIS_PACKAGES[*]}"
}

install_on_debian() { # codename
    local line as_root=(env) log=build/setup.log
    if [ "$(id -u)" != 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            stop "Er ontbreken pakketten. Voer als root uit, en begin dan opnieuw:" "" \
                "$(debian_lines "$1")"
        fi
        as_root=(sudo -n env)
    fi
    as_root+=(DEBIAN_FRONTEND=noninteractive bash -euc)
    echo "Pakketten installeren; dit duurt enkele minuten (verslag: $log)"
    debian_lines "$1" | while IFS= read -r line; do
        echo "+ $line"
        "${as_root[@]}" "$line" </dev/null >>$log 2>&1 || { # a mirror may falter: try once more
            sleep 10
            "${as_root[@]}" "$line" </dev/null >>$log 2>&1
        } || {
            tail -n 20 $log
            stop "Dit is mislukt: $line"
        }
    done
}

system_lacks() { # whether something is missing that pip cannot add
    [ -z "$python" ] || ! command -v qgis_process >/dev/null || ! imports "$python" ensurepip osgeo ||
        { [ "$level" = dev ] && ! command -v xvfb-run >/dev/null; }
}

install_system() {
    local debian
    debian=$(codename)
    if [ -n "$debian" ] && { system_lacks || ! imports "$python" "${MODULES[@]}"; }; then
        install_on_debian "$debian"
        python=$(find_python) || stop "QGIS is er, maar geen Python hier laadt qgis 3.40 of nieuwer."
    elif system_lacks; then
        stop "REV heeft QGIS 3.40 of nieuwer nodig, met qgis_process en de modules venv en osgeo" \
            "van zijn Python; de tests ook xvfb-run. Installeer wat ontbreekt en begin opnieuw:" \
            "  https://qgis.org/resources/installation-guide/" \
            "Staat QGIS op een eigen plek? Geef die op: QGIS_PREFIX=/opt/qgis make demo," \
            "of de Python die qgis laadt: QGIS_PYTHON=/pad/naar/python3 make demo"
    fi
}

# --- the Python environment ----------------------------------------------------------------

is_good_venv() {
    [ -x $venv ] && imports $venv pip && imports_qgis $venv
}

version_at_least() { # module major
    $venv -c "import $1, sys; sys.exit(int($1.__version__.split('.')[0]) < $2)" 2>/dev/null
}

pip_install() { # what pip should add; QGIS's own numpy, pyproj and GDAL stay as they are
    $venv -m pip list --format freeze 2>/dev/null | grep -iE '^(numpy|pyproj|gdal)==' >build/constraints.txt || true
    $venv -m pip install --quiet --disable-pip-version-check --constraint build/constraints.txt "$@"
}

make_venv() {
    local module wanted=()
    is_good_venv || { rm -rf .venv && "$python" -m venv --system-site-packages .venv; }
    for module in shapely pandas; do
        version_at_least $module 2 || wanted+=("$(grep "^$module==" scripts/requirements-run.txt)")
    done
    for module in "${MODULES[@]}"; do
        imports $venv "$module" || wanted+=("$module")
    done
    [ ${#wanted[@]} = 0 ] || pip_install "${wanted[@]}"
    if imports "$python" pyproj; then # which looks for PROJ's data below the venv
        mkdir -p .venv/share
        ln -sfn "$("$python" -c 'from pyproj.datadir import get_data_dir as d; print(d())')" .venv/share/proj
    fi
    [ "$level" = run ] || pip_install --no-deps --requirement scripts/requirements-dev.txt
}

is_done() { [ "$(cat "$stamp" 2>/dev/null)" = "$(fingerprint)" ]; }

if [ -n "${QGIS_PREFIX:-}" ]; then # a QGIS in a place of its own
    export PATH="$QGIS_PREFIX/bin:$PATH"
    export PYTHONPATH="$QGIS_PREFIX/share/qgis/python${PYTHONPATH:+:$PYTHONPATH}"
fi
is_done && exit 0
mkdir -p build
exec 9>build/setup.lock # two makes at once: the second waits
flock 9
is_done && exit 0
python=$(find_python || true)
install_system
make_venv
fingerprint | tee .venv/rev-run.stamp >"$stamp"
echo "Klaar: QGIS $($venv -c 'from qgis.core import Qgis; print(Qgis.QGIS_VERSION)'), $($venv --version)"
