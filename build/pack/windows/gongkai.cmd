@chcp 65001 >nul
@"%~dp0program\gongkai.exe" %*
