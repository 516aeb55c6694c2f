#!/usr/bin/env bash
# Builds the package in this folder: the WebAssembly, the JavaScript with its types, and the notices.
#
#   npm run build
#
# It needs Node.js with npm, Python 3, and Rust: by rustup, which adds the component rust-src, or else Debian's rustc-web,
# cargo-web, rust-web-src and lld, which are installed as root or with sudo. Either builds the standard library from its
# source: what is built before has the texts of all panics and is fast before it is small.
set -euo pipefail
cd "$(dirname "$0")"

fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

root=$(cd ../.. && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
mkdir -p "$target"
target=$(cd "$target" && pwd)
triple=wasm32-unknown-unknown
# No path of the machine stands in the file.
flags="--remap-path-prefix=$root=felkod --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
arguments=(rustc --quiet --locked --profile web --package felkod-javascript --target "$triple" --lib --crate-type cdylib
    --no-default-features -Zbuild-std=std,panic_abort -Zbuild-std-features=optimize_for_size)
# The files of the package, each with the feature that makes it.
files=(felkod:read redact:redact)

# node_modules/.package-lock.json is what npm installed; it is older than the list where that has changed.
if [[ ! node_modules/.package-lock.json -nt package-lock.json ]]; then
    npm ci --silent
    touch node_modules/.package-lock.json
fi

# The texts of each language in one, the labels behind a NUL, compressed: crates/felkod-catalog/src/text/few.rs reads them.
export FELKOD_TEXTS=$target/texts
node --input-type=module - "$root/locales" "$FELKOD_TEXTS" <<'EOF'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import zopfli from "@gfx/zopfli";

const [locales, texts] = process.argv.slice(2);
mkdirSync(texts, { recursive: true });
for (const locale of ["en", "sv"]) {
  const read = (name) => readFileSync(`${locales}/${locale}/${name}.ftl`, "utf8");
  const text = `${["soap", "rest", "data_ingestion"].map(read).join("")}\0${read("labels")}`;
  // Without comments. Zopfli gives deflate, smaller than zlib does.
  const packed = await zopfli.deflateAsync(Buffer.from(text.replaceAll(/^#.*\n/gm, "")), { numiterations: 15 });
  const path = `${texts}/${locale}.deflate`;
  // Left as it is where it is the same, so that nothing is built again.
  if (!existsSync(path) || !readFileSync(path).equals(Buffer.from(packed))) writeFileSync(path, packed);
}
EOF
flags+=" --cfg felkod_packed"

# Builds the WebAssembly in a folder with the compiler that comes first.
build() {
    local flag file
    # What only makes it smaller is left out where the compiler does not know it.
    for flag in -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none; do
        if RUSTC_BOOTSTRAP=1 rustc -Zunstable-options "$flag" --print sysroot >/dev/null 2>&1; then flags+=" $flag"; fi
    done
    flags+=" -Zunstable-options --remap-path-prefix=$(rustc --print sysroot)=rust"
    made=$1/$triple/web
    for file in "${files[@]}"; do
        RUSTC_BOOTSTRAP=1 RUSTFLAGS="$flags" CARGO_TARGET_DIR="$1" cargo "${arguments[@]}" --features "${file#*:}"
        # As it was where it is the same, so that it is known to be small already.
        cmp -s "$made/felkod_javascript.wasm" "$made/${file%:*}.wasm" || cp "$made/felkod_javascript.wasm" "$made/${file%:*}.wasm"
    done
}

# Builds it with Debian's compiler for the web.
debian() {
    local package missing=() as_root=() packages=(rustc-web cargo-web rust-web-src lld-22)
    for package in "${packages[@]}"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if [[ ${#missing[@]} != 0 ]]; then
        if [[ $EUID != 0 ]]; then as_root=(sudo -n); fi
        { "${as_root[@]}" apt-get update -qq \
            && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"; } >&2 \
            || fail "no source of Rust's standard library: rustup component add rust-src, or apt-get install ${missing[*]}"
    fi
    export PATH=/usr/bin:$PATH CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22
    build "$target/debian"
}

# Debian's own compiler, in /usr, has its source and its linker in packages.
has_source() {
    local sysroot
    command -v rustc >/dev/null && sysroot=$(rustc --print sysroot) && [[ $sysroot != /usr ]] \
        && [[ -e $sysroot/lib/rustlib/src/rust/library/Cargo.lock ]]
}
if ! has_source && command -v rustup >/dev/null; then rustup component add rust-src >&2 || true; fi
if has_source; then build "$target"; else debian; fi
rm -rf dist
node_modules/.bin/tsc -p tsconfig.json
node_modules/.bin/tsc -p tsconfig.cjs.json
echo '{ "type": "commonjs" }' >dist/cjs/package.json
# The docs are in the types, which both forms share.
node_modules/.bin/esbuild dist/{esm,cjs}/*js --minify-whitespace --minify-syntax --target=es2022 --outdir=dist --allow-overwrite --log-level=warning
rm dist/cjs/{arguments,failure}.d.ts
sed -i 's/    /\t/g' dist/cjs/*.d.ts
for types in index.d.ts:index.js fetch.d.ts:fetch.js node.d.mts:node.cjs node-fetch.d.mts:node-fetch.cjs; do
    echo "export * from \"../cjs/${types#*:}\";" >"dist/esm/${types%:*}"
done
for file in "${files[@]}"; do
    wasm=$made/${file%:*}.wasm
    if grep -qaF "$root" "$wasm"; then fail "$wasm names the folder it was built in"; fi
    if [[ ! $wasm.small -nt $wasm ]]; then
        # What every engine knows that the package is for, Node.js 18 before all. What is made flat first becomes smaller.
        node_modules/.bin/wasm-opt --flatten --rereloop -Oz -Oz --converge --strip-debug --strip-producers --strip-target-features \
            --enable-{bulk-memory,bulk-memory-opt,sign-ext,mutable-globals,nontrapping-float-to-int,multivalue,reference-types,call-indirect-overlong} \
            "$wasm" -o "$wasm.new"
        mv "$wasm.new" "$wasm.small"
    fi
    cp "$wasm.small" "dist/${file%:*}.wasm"
done
../notices.py felkod-javascript "$triple" >THIRD-PARTY-NOTICES
