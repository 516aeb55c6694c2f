# Sourced by the scripts that need Node.js with npm: takes what the machine has, else Debian's, installed as root or by
# sudo. Tools that check types and HTML want a newer Node.js than older Debians have; then npm's goes before it.
# $target is Cargo's target folder.
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi; }
# install_packages PACKAGE... - installs packages of Debian.
install_packages() {
    step "packages: $*"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends "$@"
}
if ! command -v npm >/dev/null || ! command -v node >/dev/null; then install_packages nodejs npm; fi
if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
    step "Node.js 22"
    [ -x "$target/node/node_modules/node/bin/node" ] || npm install --silent --no-save --prefix "$target/node" node@22
    PATH=$target/node/node_modules/node/bin:$PATH
fi
