#!/usr/bin/env bash
# Builds the C library of felkod and installs it, on systems with ELF libraries (Linux, the BSDs):
#
#   bindings/c/install.sh PREFIX              builds and installs below PREFIX
#   bindings/c/install.sh --build             only builds, into target/c: needs Rust, a C compiler and Python 3
#   bindings/c/install.sh --install PREFIX    only installs what --build has built: needs neither, so it may be root's
#   bindings/c/install.sh --uninstall PREFIX  removes what was installed below PREFIX
#
# It installs headers for C and C++, the shared and the static library, a pkg-config file, a CMake package, and the
# licenses. LIBDIR is where the libraries go below PREFIX: lib, unless it is set to lib64 or lib/x86_64-linux-gnu for
# example. DESTDIR, where it is set, goes before every path that is written to and into none of the files. For other
# systems there is cargo-c: `cargo cinstall -p felkod-c --release --prefix PREFIX`.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
built=$root/target/c
libdir=${LIBDIR:-lib}

fail() { printf '%s: %s\n' "${0##*/}" "$*" >&2; exit 2; }

build() {
    local version major minor abi messages log
    case "$(uname -s)" in
        Darwin | *_NT* | CYGWIN* | MINGW* | MSYS*)
            fail "only for systems with ELF libraries; use cargo-c here: cargo cinstall -p felkod-c" ;;
    esac
    version="$(cargo pkgid --manifest-path "$here/Cargo.toml")"
    version="${version##*[@#]}"
    # Before 1.0 every minor version can break the ABI, after it only a major one.
    IFS=. read -r major minor _ <<<"$version"
    if [[ $major == 0 ]]; then abi=0.$minor; else abi=$major; fi

    rm -rf "$built"
    mkdir -p "$built"
    messages=$built/messages log=$built/log
    # The texts are static and C programs keep pointers to them, so the library must stay where it is after dlclose.
    # Without the crate type for Rust beside them, both are optimized as a whole, and smaller.
    CARGO_TERM_COLOR=never cargo rustc --manifest-path "$here/Cargo.toml" --lib --release --locked \
        --crate-type staticlib,cdylib \
        --message-format json-render-diagnostics -- \
        --print native-static-libs -C "link-arg=-Wl,-soname,libfelkod.so.$abi" -C link-arg=-Wl,-z,nodelete \
        2>&1 >"$messages" | tee "$log" >&2
    built_as() { sed -n "s/.*\"\([^\"]*libfelkod_c\.$1\)\".*/\1/p" "$messages" | tail -n 1; }
    cp "$(built_as so)" "$built/libfelkod.so"
    # Most of the archive is debug information and bitcode of Rust's standard library, which no C linker uses.
    strip --strip-debug --remove-section=.llvmbc --remove-section=.llvmcmd -o "$built/libfelkod.a" "$(built_as a)"
    # A compiler driver adds libgcc_s by itself where it links against it; with -static there is none.
    sed -n 's/^note: native-static-libs: //p' "$log" | tail -n 1 | sed 's/-lgcc_s *//' >"$built/static-libs"
    rm "$messages" "$log"
    cp "$here"/include/* "$root/LICENSE-APACHE" "$root/LICENSE-MIT" "$built/"
    python3 "$root/bindings/notices.py" felkod-c >"$built/THIRD-PARTY-NOTICES"
    printf '%s %s\n' "$version" "$abi" >"$built/version"
}

# put MODE FILE PATH - installs a file at a path below PREFIX and remembers it.
put() {
    install -d "$target/$(dirname "$3")"
    install -m "$1" "$2" "$target/$3"
    printf '%s\n' "$3" >>"$work/manifest"
}

install_all() {
    local version abi up name
    [[ -f $built/version ]] || fail "nothing is built: run ${0##*/} --build first"
    read -r version abi <"$built/version"
    work="$(mktemp -d)"
    trap 'rm -rf "$work"' EXIT
    for name in felkod.h felkod.hpp felkod_decide.hpp felkod_redact.hpp felkod_enums.hpp; do put 644 "$built/$name" "include/$name"; done
    for name in LICENSE-APACHE LICENSE-MIT THIRD-PARTY-NOTICES; do
        put 644 "$built/$name" "share/doc/felkod/$name"
    done
    put 644 "$built/libfelkod.a" "$libdir/libfelkod.a"
    put 755 "$built/libfelkod.so" "$libdir/libfelkod.so.$version"
    ln -sf "libfelkod.so.$version" "$target/$libdir/libfelkod.so.$abi"
    ln -sf "libfelkod.so.$abi" "$target/$libdir/libfelkod.so"
    printf '%s\n' "$libdir/libfelkod.so.$abi" "$libdir/libfelkod.so" >>"$work/manifest"

    cat >"$work/felkod.pc" <<END
prefix=$prefix
includedir=\${prefix}/include
libdir=\${prefix}/$libdir

Name: felkod
Description: Every error code of the Marketo APIs: what it means and what to do
Version: $version
Cflags: -I\${includedir}
Libs: -L\${libdir} -lfelkod
Libs.private: $(cat "$built/static-libs")
END
    put 644 "$work/felkod.pc" "$libdir/pkgconfig/felkod.pc"

    # From LIBDIR/cmake/felkod up to PREFIX.
    # shellcheck disable=SC2001 # a part of a path is more than a pattern of bash can say
    up="$(sed 's|[^/][^/]*|..|g' <<<"$libdir")/../.."
    cat >"$work/felkod-config.cmake" <<END
# felkod::felkod is the shared library, felkod::static the static one.
get_filename_component(_felkod_prefix "\${CMAKE_CURRENT_LIST_DIR}/$up" ABSOLUTE)
if(NOT TARGET felkod::felkod)
    add_library(felkod::felkod SHARED IMPORTED)
    set_target_properties(felkod::felkod PROPERTIES
        IMPORTED_LOCATION "\${_felkod_prefix}/$libdir/libfelkod.so.$version"
        IMPORTED_SONAME "libfelkod.so.$abi"
        INTERFACE_INCLUDE_DIRECTORIES "\${_felkod_prefix}/include")
    add_library(felkod::static STATIC IMPORTED)
    set_target_properties(felkod::static PROPERTIES
        IMPORTED_LOCATION "\${_felkod_prefix}/$libdir/libfelkod.a"
        INTERFACE_INCLUDE_DIRECTORIES "\${_felkod_prefix}/include"
        INTERFACE_LINK_LIBRARIES "$(cat "$built/static-libs")")
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
    for name in felkod-config.cmake felkod-config-version.cmake; do
        put 644 "$work/$name" "$libdir/cmake/felkod/$name"
    done
    printf '%s\n' share/felkod/manifest >>"$work/manifest"
    install -d "$target/share/felkod"
    install -m 644 "$work/manifest" "$target/share/felkod/manifest"
    echo "felkod $version is installed in $target"
}

uninstall() {
    local path folders=()
    [[ -f $target/share/felkod/manifest ]] || fail "no felkod is installed in $target"
    while read -r path; do
        rm -f "$target/$path"
        case $path in */felkod/*) folders+=("$target/$(dirname "$path")") ;; esac
    done <<<"$(cat "$target/share/felkod/manifest")"
    # Only the folders of felkod's own, and only where nothing else lies in them.
    for path in "${folders[@]}"; do
        if [[ -d $path && -z $(ls -A "$path") ]]; then rmdir "$path"; fi
    done
    echo "felkod is removed from $target"
}

steps=(build install_all)
case ${1:-} in
    --build) steps=(build) ;;
    --install) steps=(install_all) && shift ;;
    --uninstall) steps=(uninstall) && shift ;;
esac
if [[ ${steps[*]} == build ]]; then
    [[ $# == 1 ]] || fail "--build takes nothing more"
else
    if [[ $# != 1 || -z $1 || $1 == -* ]]; then
        fail "usage: ${0##*/} PREFIX | --build | --install PREFIX | --uninstall PREFIX"
    fi
    prefix=${1%/}
    if [[ $prefix != /* && $1 != / ]]; then prefix=$PWD/$prefix; fi
    target=${DESTDIR:-}$prefix
    libdir=${libdir#"$prefix/"}
    case "/$libdir/" in
        //* | */../* | */./*) fail "LIBDIR is a folder below PREFIX, such as lib64" ;;
    esac
    libdir=${libdir%/}
fi
for step in "${steps[@]}"; do "$step"; done
