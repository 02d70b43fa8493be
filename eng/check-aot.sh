#!/usr/bin/env bash
# Publishes tests/Inventory.AotSmoke as native code and runs it: what Inventory.Core claims with IsAotCompatible.
# Needs a linker (clang or gcc) and zlib; on a Debian machine without them it installs them.
set -u -o pipefail
cd "$(dirname "$0")/.." || exit 2

if ! command -v clang >/dev/null && ! command -v gcc >/dev/null; then
  if command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ]; then
    apt-get update -qq && apt-get install -y -qq --no-install-recommends gcc libc6-dev zlib1g-dev >/dev/null || exit 1
  else
    echo "No linker: install clang or gcc, and zlib's headers."
    exit 1
  fi
fi

out=$(mktemp -d) || exit 2
trap 'rm -rf "$out"' EXIT
dotnet publish tests/Inventory.AotSmoke -c Release -r linux-x64 -o "$out" \
  -p:LockFolder="$out/locks" -p:ArtifactsPath="$out/artifacts" \
  -p:CppCompilerAndLinker="$(command -v clang || command -v gcc)" >"$out/log" 2>&1 || { cat "$out/log"; exit 1; }
! grep -E 'warning (IL|AOT)' "$out/log" || exit 1
"$out/Inventory.AotSmoke"
