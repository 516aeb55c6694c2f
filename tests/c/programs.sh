# A part of tests/c/run: programs of users: the examples, those of the README, the benchmark.
# shellcheck shell=bash disable=SC2154 # the variables are those of tests/c/run

step "the examples, in C and C++, each with pkg-config, by hand and with CMake, shared and static"
# What glibc says of getaddrinfo in a static program, which felkod never calls, is left out.
links() { "$@" 2>"$work/log" || { cat "$work/log"; fail "$*"; }; }
read -ra flags <<<"$(pkg-config --cflags --libs felkod)"
read -ra static_flags <<<"$(pkg-config --static --cflags --libs felkod)"
for language in c cpp; do
    compiler=gcc standard=c99
    if [[ $language == cpp ]]; then compiler=g++ standard=c++17; fi
    source=bindings/c/examples/fault.$language
    "$compiler" "${warnings[@]}" -std=$standard "$source" "${flags[@]}" -o "$work/fault-$language-pkg-config"
    links "$compiler" "${warnings[@]}" -std=$standard -static "$source" "${static_flags[@]}" -o "$work/fault-$language-all-static"
    # shellcheck disable=SC2046 # a list of options
    "$compiler" "${warnings[@]}" -std=$standard "$source" $(pkg-config --cflags felkod) \
        "$prefix/lib/libfelkod.a" -lpthread -lm -ldl -o "$work/fault-$language-by-hand"
done
links clang "${warnings[@]}" -std=c99 -static bindings/c/examples/fault.c "${static_flags[@]}" -o "$work/fault-clang-all-static"
cmake -S bindings/c/examples -B "$work/cmake" -DCMAKE_PREFIX_PATH="$prefix" >"$work/log" || { cat "$work/log"; fail cmake; }
cmake --build "$work/cmake" >"$work/log" 2>&1 || { cat "$work/log"; fail "cmake --build"; }
shared=("$work"/fault-{c,cpp}-pkg-config "$work"/cmake/fault{,-cpp})
static=("$work"/fault-{c,cpp}-by-hand "$work"/cmake/fault{,-cpp}-static)
all_static=("$work"/fault-{c,cpp,clang}-all-static "$work/cmake/fault-all-static")
# expect STATUS LANGUAGE TEXT BODY - runs every build of the example.
expect() {
    local program status
    for program in "${shared[@]}" "${static[@]}" "${all_static[@]}"; do
        status=0
        LC_ALL=$2 "$program" "$4" >"$work/got" || status=$?
        [[ $status == "$1" ]] || fail "$program $4 ends with $status, not $1"
        grep -qF -- "$3" "$work/got" || { cat "$work/got"; fail "$program $4 does not say: $3"; }
    done
}
title() { python3 -c 'import json, sys
print(next(row["message"] for row in json.load(open(sys.argv[1], encoding="utf-8")) if row["code"] == int(sys.argv[2])))' "$work/$1.json" "$2"; }
label() { sed -n "s/^$2 = //p" "locales/$1/labels.ftl"; }
expect 75 sv_SE.UTF-8 "20016 $(title sv 20016)" tests/payloads/soap-20016.xml
expect 75 C "20016 $(title en 20016)" tests/payloads/soap-20016.xml
expect 75 C "-> 20 s" tests/payloads/rest-606.json
expect 65 sv_SE.UTF-8 "(result[1])" tests/payloads/rest-records.json
expect 0 C "$(label en outcome-success)" tests/payloads/rest-success.json
expect 76 C "$(label en outcome-unrecognized)" tests/payloads/no-answer.txt
for program in "$work"/fault-{c,cpp}-by-hand; do
    if LC_ALL=C "$program" "$work/no-such-file" 2>"$work/log"; then fail "a file that is not there is read"; fi
done
for program in "${static[@]}" "${all_static[@]}"; do
    if readelf -d "$program" | grep felkod; then fail "$program needs the shared library"; fi
done
for program in "${all_static[@]}"; do
    if readelf -d "$program" | grep NEEDED; then fail "$program needs a shared library"; fi
done
for program in "${shared[@]}"; do
    readelf -d "$program" >"$work/got"
    grep -qF "[$soname]" "$work/got" || fail "$program does not name the soname"
done

step "a client with libcurl, a whole job against the simulator"
# shellcheck disable=SC2046 # a list of options
gcc "${warnings[@]}" -std=c99 bindings/c/examples/client.c "${flags[@]}" $(pkg-config --cflags --libs libcurl) -o "$work/client"
python3 tests/c/client.py "$target/debug/felkod" tests/simulator/short.yaml "$work/client" || fail "the client with libcurl"
python3 tests/c/client.py "$target/debug/felkod" tests/simulator/short.yaml "${valgrind[@]}" "$work/client" \
    || fail "the client with libcurl, in valgrind"

step "the programs of the README"
for readme in README.md bindings/c/README.md; do
    name=${readme//\//-}
    awk -v "work=$work/$name" '/^```(c|cpp)$/ { language = substr($0, 4); n++; next } /^```$/ { language = "" }
        language != "" { print > (work "-" n "." language) }' "$readme"
    for source in "$work/$name"-*.{c,cpp}; do
        if [[ ! -e $source ]]; then continue; fi
        standards=(c99 c++11)
        if [[ $source == *.cpp ]]; then standards=(c++17 c++20); fi
        for compiler in gcc clang; do
            for standard in "${standards[@]}"; do
                build "$compiler" "$standard" "$source" "$source.$compiler-$standard"
                "$source.$compiler-$standard" >"$work/log" || fail "a program in $readme"
            done
        done
        cat "$work/log"
        "${valgrind[@]}" "$source.gcc-${standards[0]}" >"$work/log" || fail "a program in $readme, in valgrind"
    done
done
[[ -e $work/bindings-c-README.md-1.c ]] || fail "bindings/c/README.md has no program in C"
compgen -G "$work/bindings-c-README.md-*.cpp" >"$work/log" || fail "bindings/c/README.md has no program in C++"

step "speed"
mkdir -p "$work/mo/sv/LC_MESSAGES" "$work/locales"
python3 bindings/c/bench/po.py "$work/en.json" "$work/sv.json" >"$work/felkod.po"
msgfmt -o "$work/mo/sv/LC_MESSAGES/felkod.mo" "$work/felkod.po"
localedef -i sv_SE -f UTF-8 "$work/locales/sv_SE.UTF-8"
gcc "${warnings[@]}" -O2 -std=c99 bindings/c/bench/message.c "${flags[@]}" -o "$work/message"
LOCPATH=$work/locales LC_ALL=sv_SE.UTF-8 LANGUAGE='' "$work/message" "$work/mo" || fail "felkod_message is not 3 times as fast as dgettext"
