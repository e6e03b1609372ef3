# 装成 Windows 的服务（要管理员）：程序在 Program Files，数据在 ProgramData。再装一次就是升级，数据不动。
$ErrorActionPreference = 'Stop'
$principal = [Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()
if (-not $principal.IsInRole([Security.Principal.WindowsBuiltInRole]::Administrator)) {
    Write-Host '要用管理员身份运行：右键点 PowerShell，选“以管理员身份运行”。'
    exit 2
}
$program = Join-Path $env:ProgramFiles 'Gongkai'
$data = Join-Path $env:ProgramData 'Gongkai'
if (Get-Service -Name Gongkai -ErrorAction SilentlyContinue) { Stop-Service -Name Gongkai }

# 数据只有管理员和服务自己的账号读得到。
New-Item -ItemType Directory -Force -Path $data | Out-Null
icacls $data /inheritance:r /grant '*S-1-5-32-544:(OI)(CI)F' '*S-1-5-18:(OI)(CI)F' '*S-1-5-19:(OI)(CI)F' | Out-Null

# 换程序：从前的留一份，退得回去。
if (Test-Path "$program.old") { Remove-Item -Recurse -Force "$program.old" }
if (Test-Path $program) { Rename-Item $program "$program.old" }
Copy-Item -Recurse -Force $PSScriptRoot $program

$command = '"{0}" serve --data "{1}" --urls http://127.0.0.1:5080' -f (Join-Path $program 'program\gongkai.exe'), $data
if (-not (Get-Service -Name Gongkai -ErrorAction SilentlyContinue)) {
    sc.exe create Gongkai binPath= $command start= auto obj= 'NT AUTHORITY\LocalService' DisplayName= '公开台' | Out-Null
    sc.exe failure Gongkai reset= 86400 actions= restart/5000/restart/30000/restart/60000 | Out-Null
}
# 服务没有窗口，设置码在这里印；已经设置过的，说一句就是了。
& (Join-Path $program 'program\gongkai.exe') user setup-code --data $data
Start-Service -Name Gongkai
Write-Host '装好了，已经启动：http://127.0.0.1:5080'
exit 0
