@echo off
rem Writes the results of this computer into the folder "results" beside the program: a table for the coordinator.
"%~dp0firsthand-cli.exe" export --as csv --separator pc --to "%~dp0results"
if errorlevel 1 echo Nothing was written. The reason stands above.
if "%1"=="" pause
