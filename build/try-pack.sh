#!/usr/bin/env bash
# 试一个 linux-x64 的包：解到空的目录，断着网、什么别的程序也看不见，装载演示，取几页，停下。
#   build/try-pack.sh 包
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
. "$here/setup.sh"
[ $# -eq 1 ] && [ -f "$1" ] || { note "用法：build/try-pack.sh gongkai-….tar.gz"; exit 2; }
install_tools curl=curl unshare=util-linux ip=iproute2

if [ "${GONGKAI_TRY_INSIDE:-}" != 1 ]; then
  # 另一个网络空间里只有本机自己：谁向外连都连不出去。
  exec unshare --net env GONGKAI_TRY_INSIDE=1 bash "$here/try-pack.sh" "$1"
fi
ip link set lo up
if curl -s --max-time 2 http://192.0.2.1/ >/dev/null; then note "没有断开网络，试不出什么。"; exit 1; fi

home=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill -INT "$server" 2>/dev/null || true; wait; rm -rf "$home"' EXIT
tar -C "$home" -xzf "$1"
cd "$home"/gongkai-*/
address=http://127.0.0.1:5089
# PATH 里只有自己：没有 dotnet，没有 node，也没有 pdftotext。
env -i PATH=/nonexistent HOME="$home" LANG=C.UTF-8 /bin/sh ./gongkai serve --demo --data "$home/demo" --urls "$address" >"$home/said" 2>&1 &
server=$!
from=$SECONDS
until curl -s -o /dev/null "$address/healthz"; do
  kill -0 "$server" 2>/dev/null || { cat "$home/said" >&2; note "没有启动起来。"; exit 1; }
  [ $((SECONDS - from)) -lt 300 ] || { cat "$home/said" >&2; note "五分钟也没有答话。"; exit 1; }
  sleep 0.5
done
note "装载演示、开始答话：$((SECONDS - from)) 秒。"
for page in / /catalogue /search?q=%E6%96%87%E5%8C%96 /library /reports /sitemap.xml /api/v1/items /console/sign-in; do
  status=$(curl -s -o "$home/page" -w '%{http_code}' "$address$page")
  [ "$status" = 200 ] && [ -s "$home/page" ] || { note "$page 答的是 $status。"; exit 1; }
done
style=$(curl -s "$address/" | grep -o '/assets/[^"]*\.css\|/dist/[^"]*\.css' | head -1)
[ -n "$style" ] && curl -sf -o /dev/null "$address$style" || { note "没有样式。"; exit 1; }
kill -INT "$server"
wait "$server" || { cat "$home/said" >&2; note "停得不干净。"; exit 1; }
server=
note "试过了：八个地址和样式都答 200，停得干净。"
