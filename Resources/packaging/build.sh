#!/usr/bin/env bash
# Builds a Debian package and a tarball of the program:
#   Resources/packaging/build.sh [FOLDER]
# They go into FOLDER, else .build/package; the names are printed. It takes what a build takes, and dpkg.
set -euo pipefail
cd "$(dirname "$0")/../.."

folder=${1:-.build/package}
swift build -c release --static-swift-stdlib --product bisectty >&2
program="$(swift build -c release --static-swift-stdlib --show-bin-path)/bisectty"
version=$("$program" --version)
architecture=$(dpkg --print-architecture)
# The same sources give the same bytes.
epoch=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
share="$root/usr/share"
documents="$share/doc/bisectty"

mkdir -p "$root/usr/bin" "$root/DEBIAN" "$share/man/man1" "$share/bash-completion/completions" \
  "$share/zsh/vendor-completions" "$share/fish/vendor_completions.d" "$documents/examples"
strip -o "$root/usr/bin/bisectty" "$program"
"$program" manual | gzip -9n > "$share/man/man1/bisectty.1.gz"
"$program" --generate-completion-script bash > "$share/bash-completion/completions/bisectty"
"$program" --generate-completion-script zsh > "$share/zsh/vendor-completions/_bisectty"
"$program" --generate-completion-script fish > "$share/fish/vendor_completions.d/bisectty.fish"
cp -R Resources/samples Resources/mails "$documents/examples/"
"$program" config --default > "$documents/examples/config.toml"
cp Resources/packaging/copyright "$documents/copyright"
gzip -9nc README.md > "$documents/README.md.gz"
find "$root" -type d -exec chmod 755 {} +
find "$root" -type f -exec chmod 644 {} +
chmod 755 "$root/usr/bin/bisectty"

# The packages of the libraries that the program is linked with, and the oldest C library that has its symbols.
libraries=$(ldd "$program" | awk '$3 ~ /^\// { print $3 }')
packages=$(for library in $libraries; do
  dpkg -S "$library" 2>/dev/null || dpkg -S "/usr$library" || dpkg -S "$(readlink -f "$library")"
done | cut -d: -f1 | sort -u)
oldest=$(objdump -T "$program" | grep -o 'GLIBC_[0-9.]*' | cut -d_ -f2 | sort -V | tail -n 1)
depends=$(for package in $packages; do
  if [ "$package" = libc6 ]; then echo "libc6 (>= $oldest)"; else echo "$package"; fi
done | paste -sd, | sed 's/,/, /g')

cat > "$root/DEBIAN/control" <<EOF
Package: bisectty
Version: $version
Architecture: $architecture
Maintainer: The bisectty developers <bisectty@example.invalid>
Installed-Size: $(du -sk "$root/usr" | cut -f1)
Depends: $depends
Recommends: curl, git, libgmime-3.0-0
Suggests: man-db
Section: devel
Priority: optional
Description: terminal workbench for kernel bisection logs
 Reads the logs that syzbot and git leave when they bisect a kernel crash, shows
 the tested revisions, the named commit and the crash stacks side by side, says
 how far the commit can be trusted and why, and keeps what people decide.
 .
 curl gets what mails and links lead to, git answers questions to a kernel's
 repository, and GMime reads mails; the rest works without them.
EOF
(cd "$root" && find usr -type f | LC_ALL=C sort | xargs md5sum) > "$root/DEBIAN/md5sums"
find "$root" -exec touch -hd "@$epoch" {} +

mkdir -p "$folder"
package="$folder/bisectty_${version}_$architecture.deb"
tarball="$folder/bisectty-$version-$architecture.tar.gz"
SOURCE_DATE_EPOCH=$epoch dpkg-deb --root-owner-group --build "$root" "$package" > /dev/null
tar -C "$root/usr" --sort=name --mtime="@$epoch" --owner=0 --group=0 --numeric-owner \
  --transform "s,^\.,bisectty-$version," -cf - . | gzip -9n > "$tarball"
printf '%s\n' "$package" "$tarball"
