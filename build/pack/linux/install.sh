#!/bin/sh
# 装成开机就启动的服务（要 root）：程序在 /opt/gongkai，数据在 /var/lib/gongkai。再装一次就是升级，数据不动。
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ "$(id -u)" = 0 ] || { echo "要用 root 运行：sudo ./install.sh" >&2; exit 2; }
id gongkai >/dev/null 2>&1 || useradd --system --home /var/lib/gongkai --shell /usr/sbin/nologin gongkai
install -d -o gongkai -g gongkai -m 700 /var/lib/gongkai
service=no
if command -v systemctl >/dev/null && [ -d /run/systemd/system ]; then service=yes; fi
if [ $service = yes ] && systemctl is-active --quiet gongkai; then systemctl stop gongkai; fi
# 换程序：先放好新的，再一次换过去；从前的留一份，退得回去。
rm -rf /opt/gongkai.new /opt/gongkai.old
mkdir -p /opt/gongkai.new
cp -R "$here"/. /opt/gongkai.new/
if [ -d /opt/gongkai ]; then mv /opt/gongkai /opt/gongkai.old; fi
mv /opt/gongkai.new /opt/gongkai
ln -sf /opt/gongkai/gongkai /usr/local/bin/gongkai
if [ $service = no ]; then
  echo "装好了。这台机器不用 systemd，请自己启动：runuser -u gongkai -- gongkai serve --data /var/lib/gongkai"
  exit 0
fi
install -m 644 "$here/gongkai.service" /etc/systemd/system/gongkai.service
systemctl daemon-reload
systemctl enable --now gongkai
echo "装好了，已经启动。第一次启动的设置码：journalctl -u gongkai"
