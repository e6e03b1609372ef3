#!/usr/bin/env bash
# 装包：解开就能用的压缩包，用的机器上不要 SDK、不要 Node、不要网络。
#   ./gongkai pack [linux-x64] [win-x64] [linux-arm64] [--out 目录] [--quick] [--try]
# linux-x64、win-x64 自带 .NET；linux-arm64 要另装 .NET 10 的运行时（aspnetcore-runtime-10.0）。不写系统，三种都做。
# --quick 不预先编译成机器码：做得快，启动慢。  --try 把 linux-x64 的解开，断着网装载演示，取几页。
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$here/build/setup.sh"
require_dotnet

systems=()
out=$here/artifacts
ready=true
attempt=false
while [ $# -gt 0 ]; do
  case $1 in
    linux-x64 | win-x64 | linux-arm64) systems+=("$1") ;;
    --out) [ $# -ge 2 ] || { note "--out 后面要写目录。"; exit 2; }; out=$2; shift ;;
    --quick) ready=false ;;
    --try) attempt=true ;;
    *) note "不认识“$1”。用法：./gongkai pack [linux-x64] [win-x64] [linux-arm64] [--out 目录] [--quick] [--try]"; exit 2 ;;
  esac
  shift
done
[ ${#systems[@]} -gt 0 ] || systems=(linux-x64 win-x64 linux-arm64)
if $attempt && [[ " ${systems[*]} " != *" linux-x64 "* ]]; then note "--try 试的是 linux-x64 的包，这一次没有做它。"; exit 2; fi

install_tools $WEB_TOOLS zip=zip
version=$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$here/Directory.Build.props")
# 压缩包里的日期用最后一次提交的：同样的源码，同样的包。
stamp=@$(git -C "$here" log -1 --format=%ct 2>/dev/null || date +%s)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
out=$(cd "$out" && pwd)

publish() {
  local system=$1 into=$2 log=$work/publish.log
  # 自带 .NET 的预先编译成机器码：老机器上启动快一倍。
  local kind=(--self-contained "-p:PublishReadyToRun=$ready")
  [ "$system" != linux-arm64 ] || kind=(--no-self-contained -p:UseAppHost=false)
  dotnet publish "$here/src/Gongkai.Cli/Gongkai.Cli.csproj" -c Release -r "$system" "${kind[@]}" -o "$into" --nologo -v quiet \
    --artifacts-path "$work/build" "-p:PackFolder=$work/build" -p:DebugType=none \
    -p:PublishDocumentationFiles=false -p:PublishReferencesDocumentationFiles=false >"$log" 2>&1 ||
    { grep -E "error" "$log" | sort -u | head -20 >&2 || cat "$log" >&2; note "没有编译成 $system 的程序。"; exit 2; }
}

for system in "${systems[@]}"; do
  name=gongkai-$version-$system
  note "正在做 $name……"
  publish "$system" "$work/$name/program"
  cp "$here/LICENSE" "$work/$name/"
  case $system in
    win-x64)
      for file in "$here"/build/pack/windows/*; do
        # Windows 的记事本要 BOM 才认得出 UTF-8；.cmd 里都是拉丁字母，反而不能有。
        { [[ $file = *.cmd ]] || printf '\xef\xbb\xbf'; sed 's/$/\r/' "$file"; } >"$work/$name/$(basename "$file")"
      done
      rm -f "$out/$name.zip"
      find "$work/$name" -exec touch -h -d "$stamp" {} +
      (cd "$work" && find "$name" -type f | LC_ALL=C sort | TZ=UTC zip -q -X "$out/$name.zip" -@)
      ;;
    *)
      cp "$here"/build/pack/linux/* "$work/$name/"
      chmod 755 "$work/$name/gongkai" "$work/$name/install.sh"
      tar -C "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="$stamp" -cf - "$name" | gzip -n -6 >"$out/$name.tar.gz"
      ;;
  esac
  rm -rf "${work:?}/$name"
done
(cd "$out" && sha256sum gongkai-"$version"-*.{tar.gz,zip} 2>/dev/null >SHA256SUMS || true)
(cd "$out" && du -h gongkai-"$version"-*) >&2
if $attempt; then bash "$here/build/try-pack.sh" "$out/gongkai-$version-linux-x64.tar.gz"; fi
