#!/usr/bin/env bash
# Builds the C library of felkod and installs it below PREFIX, on systems with ELF libraries (Linux, the BSDs):
#
#   bindings/c/install.sh PREFIX
#
# It writes the header, the shared and the static library, a pkg-config file and a CMake package. DESTDIR, where it is
# set, goes before every path that is written to and into none of the files. For other systems there is cargo-c:
# `cargo cinstall -p felkod-c --release --prefix PREFIX`.
set -euo pipefail

if [[ $# != 1 || $1 == -* || -z $1 ]]; then
    echo "usage: ${0##*/} PREFIX" >&2
    exit 2
fi
case "$(uname -s)" in
    Darwin | *_NT* | CYGWIN* | MINGW* | MSYS*)
        echo "${0##*/}: only for systems with ELF libraries; use cargo-c here: cargo cinstall -p felkod-c" >&2
        exit 2
        ;;
esac
prefix=$1
if [[ $prefix != /* ]]; then prefix=$PWD/$prefix; fi
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

version="$(cargo pkgid --manifest-path "$here/Cargo.toml")"
version="${version##*[@#]}"
# Before 1.0 every minor version can break the ABI, after it only a major one.
IFS=. read -r major minor _ <<<"$version"
if [[ $major == 0 ]]; then abi=0.$minor; else abi=$major; fi

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
CARGO_TERM_COLOR=never cargo rustc --manifest-path "$here/Cargo.toml" --lib --release --locked \
    --message-format json-render-diagnostics -- \
    --print native-static-libs -C "link-arg=-Wl,-soname,libfelkod.so.$abi" \
    2>&1 >"$work/messages" | tee "$work/log" >&2
built() { sed -n "s/.*\"\([^\"]*libfelkod_c\.$1\)\".*/\1/p" "$work/messages" | tail -n 1; }
static_libs="$(sed -n 's/^note: native-static-libs: //p' "$work/log" | tail -n 1)"

root=${DESTDIR:-}$prefix
install -d "$root/include" "$root/lib/pkgconfig" "$root/lib/cmake/felkod"
install -m 644 "$here/include/felkod.h" "$root/include/"
install -m 644 "$(built a)" "$root/lib/libfelkod.a"
install -m 755 "$(built so)" "$root/lib/libfelkod.so.$version"
ln -sf "libfelkod.so.$version" "$root/lib/libfelkod.so.$abi"
ln -sf "libfelkod.so.$abi" "$root/lib/libfelkod.so"

cat >"$work/felkod.pc" <<END
prefix=$prefix
includedir=\${prefix}/include
libdir=\${prefix}/lib

Name: felkod
Description: Every error code of the Marketo APIs: what it means and what to do
Version: $version
Cflags: -I\${includedir}
Libs: -L\${libdir} -lfelkod
Libs.private: $static_libs
END
install -m 644 "$work/felkod.pc" "$root/lib/pkgconfig/"

cat >"$work/felkod-config.cmake" <<END
# felkod::felkod is the shared library, felkod::static the static one.
get_filename_component(_felkod_prefix "\${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
if(NOT TARGET felkod::felkod)
    add_library(felkod::felkod SHARED IMPORTED)
    set_target_properties(felkod::felkod PROPERTIES
        IMPORTED_LOCATION "\${_felkod_prefix}/lib/libfelkod.so.$version"
        IMPORTED_SONAME "libfelkod.so.$abi"
        INTERFACE_INCLUDE_DIRECTORIES "\${_felkod_prefix}/include")
    add_library(felkod::static STATIC IMPORTED)
    set_target_properties(felkod::static PROPERTIES
        IMPORTED_LOCATION "\${_felkod_prefix}/lib/libfelkod.a"
        INTERFACE_INCLUDE_DIRECTORIES "\${_felkod_prefix}/include"
        INTERFACE_LINK_LIBRARIES "$static_libs")
endif()
unset(_felkod_prefix)
END
cat >"$work/felkod-config-version.cmake" <<END
set(PACKAGE_VERSION "$version")
if(PACKAGE_FIND_VERSION VERSION_EQUAL PACKAGE_VERSION)
    set(PACKAGE_VERSION_EXACT TRUE)
endif()
if(PACKAGE_FIND_VERSION VERSION_LESS_EQUAL PACKAGE_VERSION AND "\${PACKAGE_FIND_VERSION}." MATCHES "^${abi//./\\\\.}\\\\.")
    set(PACKAGE_VERSION_COMPATIBLE TRUE)
endif()
END
install -m 644 "$work"/felkod-config*.cmake "$root/lib/cmake/felkod/"
echo "felkod $version is installed in $root"
