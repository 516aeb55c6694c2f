# A part of tests/c/run: what the header says of memory, panics, fork, signal handlers and dlclose.
# shellcheck shell=bash disable=SC2154 # the variables are those of tests/c/run

step "out of memory, panic, signal handlers"
gcc -Wall -Wextra -Werror -O1 -shared -fPIC tests/c/malloc.c -o "$work/malloc.so"
build gcc gnu11 tests/c/memory.c "$work/memory"
count=$(COUNT=1 LD_PRELOAD=$work/malloc.so "$work/memory" work 2>&1) || fail "memory work: $count"
# Each abort is a SIGABRT (6); anything else, a crash above all, is a failure. The first allocations are those of libc.
python3 - "$work" "$count" <<'END'
import collections, os, subprocess, sys

folder, count = sys.argv[1], int(sys.argv[2])
ends = collections.Counter()
for at in sorted({*range(1, 60), *range(60, count + 1, max(1, count // 150))}):
    environment = {**os.environ, "FAIL_AT": str(at), "LD_PRELOAD": f"{folder}/malloc.so"}
    ended = subprocess.run([f"{folder}/memory", "work"], env=environment, stderr=subprocess.DEVNULL, timeout=60)
    ends[ended.returncode] += 1
    if ended.returncode not in (0, -6):
        sys.exit(f"tests/c/run: allocation {at} failed, and the program ended with {ended.returncode}")
print(f"{sum(ends.values())} of {count} allocations failed in turn: {ends[-6]} aborts, {ends[0]} times nothing happened")
if ends[-6] < 150:
    sys.exit("tests/c/run: hardly an allocation is felkod's")
END
status=0
"$work/memory" panic >"$work/log" 2>&1 || status=$?
[[ $status == 134 ]] || fail "a panic ends with $status, not with SIGABRT"
grep -q "panicked" "$work/log" || fail "a panic says nothing on stderr"
LD_PRELOAD=$work/malloc.so "$work/memory" signal || fail "an allocation in a signal handler, after felkod_init"

step "fork"
build gcc gnu11 tests/c/fork.c "$work/fork"
"$work/fork" init || fail "a child hangs after felkod_init"
"$work/fork" late || fail "fork"

step "dlclose"
gcc -Wall -Wextra -Werror -std=gnu11 tests/c/reload.c -ldl -o "$work/reload"
"$work/reload" "$prefix/lib/libfelkod.so" || fail "dlclose takes the texts away, or memory is lost"
