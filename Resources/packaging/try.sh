#!/usr/bin/env bash
# Installs a package into an empty root with nothing but the libraries that it depends on, and runs it there:
#   Resources/packaging/try.sh PACKAGE.deb
# It needs the right to change the root: run it as root, or with sudo.
set -euo pipefail
package=$(realpath "$1")
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT

dpkg-deb -x "$package" "$root"
field() { dpkg-deb -f "$package" "$1"; }

# Adds the libraries of some packages and of those that they depend on.
declare -A seen
add_libraries() {
  local name file
  for name in $(sed 's/([^)]*)//g; s/|[^,]*//g; s/:any//g; s/,/ /g' <<< "$1"); do
    [ -z "${seen[$name]:-}" ] || continue
    seen[$name]=1
    for file in $(dpkg -L "$name" 2>/dev/null | grep -E '\.so(\.|$)' || true); do
      [ -d "$file" ] || install -D "$(readlink -f "$file")" "$root$file"
    done
    add_libraries "$(dpkg-query -W -f '${Pre-Depends}, ${Depends}' "$name" 2>/dev/null || true)"
  done
}
add_libraries "$(field Depends)"
# The dynamic loader is named by this path whatever package it comes from.
loader=$(LC_ALL=C readelf -l "$root/usr/bin/bisectty" | sed -n 's/.*interpreter: \(.*\)]/\1/p')
[ -e "$root$loader" ] || install -D "$(readlink -f "$loader")" "$root$loader"
# A system whose /lib is /usr/lib names libraries by either path.
for folder in lib lib64; do
  [ -e "$root/$folder" ] || continue
  mkdir -p "$root/usr/$folder"
  cp -an "$root/$folder/." "$root/usr/$folder/"
  rm -rf "${root:?}/$folder"
  ln -s "usr/$folder" "$root/$folder"
done

# Runs the program in the root. Swift reads the arguments from /proc, which every system has; a container that
# refuses to show it there gets the program with the root's loader and libraries instead.
mkdir -p "$root/proc"
if unshare --mount mount --bind /proc "$root/proc" 2> /dev/null; then
  program() {
    unshare --mount sh -c 'mount --bind /proc "$0/proc" && exec env -i TERM=dumb HOME=/ "$(command -v chroot)" "$0" \
      /usr/bin/bisectty "$@"' "$root" "$@"
  }
  examples=/usr/share/doc/bisectty/examples
else
  libraries=$(find "$root" -name '*.so*' -printf '%h\n' | sort -u | paste -sd:)
  program() {
    env -i TERM=dumb HOME=/ "$root$loader" --library-path "$libraries" "$root/usr/bin/bisectty" "$@"
  }
  examples="$root/usr/share/doc/bisectty/examples"
fi
expected=$(find "$root/usr/share/doc/bisectty/examples/samples" -type f | wc -l)

test "$(program --version)" = "$(field Version)"
test "$(program list "$examples/samples" --json | wc -l)" -eq "$expected"
program show "$examples/samples/culprit-wrong-foreign-crash.txt" | grep -q '^Trust'
program show "$examples/samples/culprit-wrong-foreign-crash.txt" --json | grep -q '"schema"'
program config --check --config "$examples/config.toml" > /dev/null
(cd "$root" && md5sum --quiet -c <(dpkg-deb --info "$package" md5sums))

page="$root/usr/share/man/man1/bisectty.1.gz"
if command -v man > /dev/null; then
  MANPATH="$root/usr/share/man" MANWIDTH=80 man bisectty | grep -q 'EXIT STATUS'
else
  gzip -dc "$page" | grep -q '^\.SH'
fi
bash -c "source '$root/usr/share/bash-completion/completions/bisectty' && complete -p bisectty" > /dev/null
for shell in zsh fish; do
  if command -v "$shell" > /dev/null; then
    "$shell" -n "$root"/usr/share/"$shell"/vendor[-_]completions*/*bisectty*
  fi
done
echo "$(basename "$package"): $(($(stat -c %s "$package") / 1024)) KiB, $(field Installed-Size) KiB installed"
echo "Depends: $(field Depends)"
