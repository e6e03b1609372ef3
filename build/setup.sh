# 两个命令共用的准备：.NET SDK、外部工具、编译。由 ./gongkai 与 ./test 引入。

note() { printf '%s\n' "$*" >&2; }

require_dotnet() {
  export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
  command -v dotnet >/dev/null || { note "找不到 dotnet：请安装 .NET SDK 10（软件包 dotnet-sdk-10.0）。"; exit 2; }
}

# 外部工具：能装就装，不能装就说出软件包的名字；缺了它们，相应的格式会说明白，其余照常。
# 用法：install_tools 程序=软件包……（几个软件包用逗号隔开；没有程序的，写它装出来的一个文件）
install_tools() {
  local missing=() pair
  for pair in "$@"; do
    command -v "${pair%%=*}" >/dev/null || [ -e "${pair%%=*}" ] || missing+=(${pair#*=})
  done
  missing=(${missing[@]//,/ })
  [ "${#missing[@]}" -eq 0 ] && return 0
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    note "正在安装：${missing[*]}"
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"; } >/dev/null 2>&1 ||
      note "没有装上 ${missing[*]}：请手工安装（apt-get install ${missing[*]}）。"
  else
    note "缺少软件包 ${missing[*]}：请安装（sudo apt-get install ${missing[*]}）。"
  fi
}

# 网页的样式与脚本由 node 编译；宋体、黑体与浏览器只有浏览器里的测试要用。
WEB_TOOLS="node=nodejs npm=npm"
BROWSER_TOOLS="chromium-headless-shell=chromium-headless-shell /usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc=fonts-noto-cjk"

# 编译时消息写到标准错误，标准输出只留给数据。
# 二十几个工程共用一个编译服务：各起各的编译器，一半的工夫花在一遍遍装载分析器上。服务是这一次自己的，编完就停，不留在后台占着内存。
build_release() {
  local log server=gongkai-$$-$RANDOM status=0
  log=$(mktemp)
  dotnet build "$1" -c Release --nologo -v quiet -p:UseSharedCompilation=true "-p:SharedCompilationId=$server" >"$log" 2>&1 || status=$?
  stop_compiler "$server"
  if [ "$status" -ne 0 ]; then
    grep -E "error|warning" "$log" | sort -u | head -40 >&2 || cat "$log" >&2
    note "编译失败。"
    rm -f "$log"
    exit 2
  fi
  rm -f "$log"
}

# 停下这个名字的编译服务；没有起过的、已经停了的，什么也不做。
stop_compiler() {
  local sdk
  sdk=$(dotnet --list-sdks | sed -n "s/^$(dotnet --version) \[\(.*\)\]$/\1/p")/$(dotnet --version)/Roslyn/bincore
  if [ -x "$sdk/VBCSCompiler" ]; then "$sdk/VBCSCompiler" "-pipename:$1" -shutdown; else dotnet "$sdk/VBCSCompiler.dll" "-pipename:$1" -shutdown; fi >/dev/null 2>&1 || true
}
