# Sourced by the verbs: where the project is, how they speak, which tools they use.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

say() { printf '\033[1m%s\033[0m\n' "$*" >&2; }
fail() {
  printf '%s: %s\n' "$(basename "$0")" "$*" >&2
  exit 1
}
# The comment at the head of a verb is its --help.
help_of() { sed -n '2,/^[^#]/{/^#/s/^# \{0,1\}//p}' "$0"; }
has() { command -v "$1" >/dev/null 2>&1; }

jobs=${PEGEL_JOBS:-$(getconf _NPROCESSORS_ONLN)}

# A node of our own (scripts/setup fetches one where the system's is too old) comes first.
[[ -d $root/.node/node_modules/.bin ]] && PATH=$root/.node/node_modules/.bin:$PATH
PATH=$root/node_modules/.bin:$PATH
export PATH PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

has ninja && export CMAKE_GENERATOR=${CMAKE_GENERATOR:-Ninja}
for browser in chromium chromium-browser google-chrome; do
  [[ -z ${CHROMIUM:-} ]] && has $browser && CHROMIUM=$(command -v $browser)
done
export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}
export PEGEL_CHROMIUM=${PEGEL_CHROMIUM:-$CHROMIUM}
