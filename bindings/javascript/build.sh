#!/usr/bin/env bash
# Builds the package in this folder: the WebAssembly, the JavaScript with its types, and the notices.
#
#   npm run build
#
# It needs Node.js with npm, Python 3, and Rust: by rustup, which adds the target wasm32-unknown-unknown, or else Debian's
# rustc-web, cargo-web, rust-web-src and lld, which are installed as root or with sudo.
set -euo pipefail
cd "$(dirname "$0")"

fail() { printf 'build.sh: %s\n' "$*" >&2; exit 1; }

root=$(cd ../.. && pwd)
target=${CARGO_TARGET_DIR:-$root/target}
mkdir -p "$target"
target=$(cd "$target" && pwd)
triple=wasm32-unknown-unknown
# No path of the machine stands in the file.
remap="--remap-path-prefix=$root=felkod --remap-path-prefix=${CARGO_HOME:-$HOME/.cargo}=cargo"
if command -v rustc >/dev/null; then remap+=" --remap-path-prefix=$(rustc --print sysroot)=rust"; fi
arguments=(rustc --quiet --locked --profile web --package felkod-javascript --target "$triple" --lib --crate-type cdylib)

# Builds with Debian's compiler for the web, and the standard library from its source.
debian() {
    local package missing=() as_root=() packages=(rustc-web cargo-web rust-web-src lld-22)
    for package in "${packages[@]}"; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if [[ ${#missing[@]} != 0 ]]; then
        if [[ $EUID != 0 ]]; then as_root=(sudo -n); fi
        { "${as_root[@]}" apt-get update -qq \
            && "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${missing[@]}"; } >&2 \
            || fail "no Rust for $triple: rustup target add $triple, or apt-get install ${missing[*]}"
    fi
    PATH=/usr/bin:$PATH RUSTC_BOOTSTRAP=1 RUSTFLAGS="$remap" CARGO_TARGET_DIR="$target/debian" \
        CARGO_PROFILE_WEB_STRIP=debuginfo CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=wasm-ld-22 \
        cargo "${arguments[@]}" -Zbuild-std=std,panic_abort
}

has_target() { command -v rustc >/dev/null && [[ -d "$(rustc --print sysroot)/lib/rustlib/$triple/lib" ]]; }
if ! has_target && command -v rustup >/dev/null; then
    rustup target add "$triple" >&2 || true
fi
if has_target; then
    RUSTFLAGS="$remap" CARGO_TARGET_DIR="$target" cargo "${arguments[@]}"
else
    debian
    target=$target/debian
fi
wasm=$target/$triple/web/felkod_javascript.wasm
if grep -qaF "$root" "$wasm"; then fail "the WebAssembly names the folder it was built in"; fi

if [[ ! -d node_modules/typescript ]]; then npm ci --silent; fi
rm -rf dist
node_modules/.bin/tsc -p tsconfig.json
node_modules/.bin/tsc -p tsconfig.cjs.json
echo '{ "type": "commonjs" }' >dist/cjs/package.json
cp "$wasm" dist/felkod.wasm
../notices.py felkod-javascript >THIRD-PARTY-NOTICES
