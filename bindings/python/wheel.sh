#!/usr/bin/env bash
# Builds the source distribution, and from nothing but that the wheel as a release has it.
#
#   bindings/python/wheel.sh OUT
#
# The wheel is for manylinux2014 (glibc 2.17, so also RHEL 8, Debian 11 and Amazon Linux 2): Zig links it. It has the
# licenses of what is linked in, and no path of this machine. It needs Rust, and in the Python environment maturin,
# ziglang and zopfli, which compresses smaller than zlib. Everything that it makes besides lies in Cargo's target folder.
set -euo pipefail
out=$(mkdir -p "${1:?usage: bindings/python/wheel.sh OUT}" && cd "$1" && pwd)
root=$(cd "$(dirname "$0")/../.." && pwd)
cd "$root"
target=${CARGO_TARGET_DIR:-target}
target=$(mkdir -p "$target" && cd "$target" && pwd)
export CARGO_TARGET_DIR=$target

quietly() {
    if ! "$@" >"$target/wheel.log" 2>&1; then
        cat "$target/wheel.log" >&2
        exit 1
    fi
}

rm -f "$out"/felkod-*
quietly maturin sdist --manifest-path bindings/python/Cargo.toml --out "$out"

source=$target/sdist
rm -rf "$source"
mkdir "$source"
# All files of a source distribution are of one time, by which Cargo would take changed ones for old.
tar -xzmf "$out"/felkod-*.tar.gz -C "$source" --strip-components 1
python3 bindings/notices.py felkod-python >"$source/THIRD-PARTY-NOTICES"

# A panic names the file it comes from; the names begin at the package then.
cargo_home=${CARGO_HOME:-$HOME/.cargo}
sysroot=$(rustc --print sysroot)
export RUSTFLAGS="--remap-path-prefix=$cargo_home=cargo --remap-path-prefix=$source=felkod --remap-path-prefix=$sysroot=rust"
(cd "$source" && quietly maturin build --release --zig --compatibility manylinux2014 --out "$out")

# The bill of materials names the packages of the workspace by where they lay.
python3 - "$source" "$out"/felkod-*.whl <<'END'
import base64, csv, hashlib, io, sys, zipfile
import zopfli.zlib


class Compressor:
    def __init__(self):
        self.data = b""

    def compress(self, data):
        self.data += data
        return b""

    def flush(self):
        # Without the head and the check sum of zlib, which a zip does not have.
        return zopfli.zlib.compress(self.data, numiterations=1)[2:-4]


zipfile._get_compressor = lambda *_: Compressor()

source, path = sys.argv[1:]
with zipfile.ZipFile(path) as wheel:
    files = [(info, wheel.read(info)) for info in wheel.infolist()]
files = [
    (info, data.replace(source.encode(), b"/felkod") if "/sboms/" in info.filename else data) for info, data in files
]
record = io.StringIO()
lines = csv.writer(record, lineterminator="\n")
for info, data in files:
    if info.filename.endswith("/RECORD"):
        lines.writerow([info.filename, "", ""])
    else:
        digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
        lines.writerow([info.filename, f"sha256={digest}", len(data)])
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
    for info, data in files:
        data = record.getvalue().encode() if info.filename.endswith("/RECORD") else data
        wheel.writestr(info, data, zipfile.ZIP_DEFLATED)
END
ls -l "$out"
