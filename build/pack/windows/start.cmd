@chcp 65001 >nul
@cd /d "%~dp0"
@"%~dp0program\gongkai.exe" serve
@pause
