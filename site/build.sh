#!/usr/bin/env bash
# Builds the site into dist/: npm run build
#
# It needs Node.js 20 or later with npm, and whatever bindings/javascript needs to be built.
# FELKOD_SITE is the address at which the site will stand, for its sitemap and the links between its languages.
set -euo pipefail
cd "$(dirname "$0")"

# Each time: only Cargo knows whether what is there is still what the source says.
(cd ../bindings/javascript && npm run --silent build)
# node_modules/.package-lock.json is what npm installed; it is older than the list where that has changed.
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    npm ci --silent
    touch node_modules/.package-lock.json
fi
exec node build/main.mjs
