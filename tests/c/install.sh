# A part of tests/c/run: what install.sh installs, and where.
# shellcheck shell=bash disable=SC2154,SC2034 # the variables are those of tests/c/run

step "install.sh"
install=$PWD/bindings/c/install.sh
for wrong in "" "--build x" "--install" "--uninstall" "--nonsense" "a b"; do
    # shellcheck disable=SC2086 # a list of arguments
    if "$install" $wrong >"$work/log" 2>&1; then fail "install.sh $wrong ends well"; fi
done
if LIBDIR=../up "$install" --install /opt/felkod >"$work/log" 2>&1; then fail "LIBDIR outside of PREFIX is taken"; fi
DESTDIR="$work/stage" "$install" /opt/felkod
prefix=$work/stage/opt/felkod
if grep -rF "$work" "$prefix"; then fail "DESTDIR stands in an installed file"; fi
export PKG_CONFIG_PATH=$prefix/lib/pkgconfig PKG_CONFIG_SYSROOT_DIR=$work/stage LD_LIBRARY_PATH=$prefix/lib
version=$(pkg-config --modversion felkod)
soname=$(LC_ALL=C readelf -d "$prefix/lib/libfelkod.so" | sed -n 's/.*soname: \[\(.*\)\]/\1/p')
case $version in
    0.*) want=libfelkod.so.${version%.*} ;;
    *) want=libfelkod.so.${version%%.*} ;;
esac
[[ $soname == "$want" ]] || fail "soname $soname, not $want"
[[ -f $prefix/lib/$soname && -f $prefix/lib/libfelkod.so.$version ]] || fail "the links of the soname are missing"

step "build and install apart, LIBDIR, uninstall"
"$install" --build >"$work/log" 2>&1 || { cat "$work/log"; fail "--build"; }
multiarch=lib/$(gcc -print-multiarch)
other=$work/other
# As root under sudo, which has neither cargo nor the environment of the user.
mkdir "$work/bin"
for tool in bash cat dirname install ln ls mktemp rm rmdir sed; do ln -s "$(command -v $tool)" "$work/bin/"; done
env -i PATH="$work/bin" LIBDIR="$multiarch" bash "$install" --install "$other" >"$work/log" 2>&1 \
    || { cat "$work/log"; fail "--install without cargo"; }
diff -r "$prefix/include" "$other/include" || fail "--install installs other headers"
PKG_CONFIG_SYSROOT_DIR='' PKG_CONFIG_PATH=$other/$multiarch/pkgconfig pkg-config --libs felkod >"$work/log"
grep -qF -- "-L$other/$multiarch" "$work/log" || fail "LIBDIR is not in felkod.pc"
cmake -S bindings/c/examples -B "$work/cmake-other" -DCMAKE_PREFIX_PATH="$other" >"$work/log" || { cat "$work/log"; fail "cmake, LIBDIR"; }
cmake --build "$work/cmake-other" --target fault >"$work/log" 2>&1 || { cat "$work/log"; fail "cmake --build, LIBDIR"; }
touch "$other/include/of-somebody-else.h" "$other/share/doc/felkod/of-somebody-else"
env -i PATH="$work/bin" bash "$install" --uninstall "$other" >"$work/log"
find "$other" ! -type d | sort >"$work/log"
printf '%s\n' "$other"/{include/of-somebody-else.h,share/doc/felkod/of-somebody-else} | diff - "$work/log" \
    || fail "--uninstall leaves something (>) or takes what is not its own (<)"
[[ ! -e $other/share/felkod && ! -e $other/$multiarch/cmake/felkod ]] || fail "--uninstall leaves its folders"
if "$install" --uninstall "$other" >"$work/log" 2>&1; then fail "--uninstall ends well where nothing is installed"; fi

step "licenses"
notices=$prefix/share/doc/felkod/THIRD-PARTY-NOTICES
[[ -s $prefix/share/doc/felkod/LICENSE-MIT && -s $prefix/share/doc/felkod/LICENSE-APACHE ]] || fail "no licenses of our own"
cargo tree -q --locked -p felkod-c -e normal,no-proc-macro --prefix none | sed -n 's/^\([^ ]*\) v\([^ ]*\)$/\1 \2/p' | sort -u >"$work/linked"
[[ -s $work/linked ]] || fail "no package is linked"
while read -r package; do
    grep -qF "$package (" "$notices" || fail "$package is not in THIRD-PARTY-NOTICES"
done <"$work/linked"
for text in "UNICODE LICENSE V3" "Permission is hereby granted" "Redistributions in binary form" "The Rust standard library"; do
    grep -qF "$text" "$notices" || fail "THIRD-PARTY-NOTICES lacks: $text"
done
if grep -nE "$HOME|$PWD|^/" "$notices"; then fail "a path in THIRD-PARTY-NOTICES"; fi
echo "$(wc -l <"$work/linked") packages"

step "symbols"
grep -v '^ *\(/\|\*\|#\)' bindings/c/include/felkod.h | grep -o 'felkod_[a-z0-9_]*(' | tr -d '(' | sort >"$work/declared"
nm -D --defined-only "$prefix/lib/libfelkod.so" | awk '{ print $NF }' | sort >"$work/exported"
nm --defined-only --extern-only "$prefix/lib/libfelkod.a" 2>"$work/log" | awk '$3 ~ /^felkod/ { print $3 }' | sort >"$work/archived"
diff "$work/declared" "$work/exported" || fail "the header (<) and the shared library (>) differ"
diff "$work/declared" "$work/archived" || fail "the header (<) and the static library (>) differ"
[[ -s $work/declared ]] || fail "no function found"
echo "$(wc -l <"$work/declared") functions"

step "size"
strip -o "$work/stripped" "$prefix/lib/libfelkod.so"
shared=$(wc -c <"$work/stripped") static=$(wc -c <"$prefix/lib/libfelkod.a")
echo "shared, stripped: $shared bytes; static: $static bytes"
((shared < 2500000)) || fail "the shared library has 2.5 MB or more"
((static < 12000000)) || fail "the static library has 12 MB or more"
