using System.Runtime.InteropServices;

namespace Gongkai.Cli.Commands.Doctor;

/// <summary>数据库：SQLite 用操作系统自带的库，平台必需；PostgreSQL 只在几台机器共用时需要。</summary>
internal static class DatabaseChecks
{
    private const string PostgresFolder = "/usr/lib/postgresql";

    private static string Library =>
        OperatingSystem.IsWindows() ? "winsqlite3.dll" : OperatingSystem.IsMacOS() ? "libsqlite3.dylib" : "libsqlite3.so.0";

    public static HealthCheck Sqlite()
    {
        Bilingual Name = ("SQLite（平台的数据库）", "SQLite (the platform's database)");
        if (!NativeLibrary.TryLoad(Library, out var library)) return HealthCheck.Missing("sqlite", Name, true, Say($"找不到 {Library}：请安装 libsqlite3-0",
            $"{Library} was not found: install libsqlite3-0"));
        try
        {
            if (!NativeLibrary.TryGetExport(library, "sqlite3_libversion", out var version) || !NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var used))
                return HealthCheck.Unusable("sqlite", Name, true, Library, Say("这个库不像 SQLite：请重新安装 libsqlite3-0",
                    "this library does not look like SQLite: install libsqlite3-0 anew"));
            var number = Marshal.PtrToStringUTF8(Marshal.GetDelegateForFunctionPointer<VersionCall>(version)());
            var search = Marshal.GetDelegateForFunctionPointer<OptionCall>(used)("ENABLE_FTS5") == 1;
            return search
                ? HealthCheck.Fine("sqlite", Name, true, Say($"{number}，有全文检索（FTS5）", $"{number}, with full-text search (FTS5)"))
                : HealthCheck.Unusable("sqlite", Name, true, number, Say("没有全文检索（FTS5）：请换用系统软件源里的 libsqlite3-0",
                    "there is no full-text search (FTS5): use libsqlite3-0 of the system's own packages"));
        }
        finally
        {
            NativeLibrary.Free(library);
        }
    }

    public static HealthCheck Postgres()
    {
        Bilingual Name = ("PostgreSQL（几台机器共用时的数据库）", "PostgreSQL (the database of several machines together)");
        var server = Directory.Exists(PostgresFolder)
            ? Directory.EnumerateDirectories(PostgresFolder).Select(folder => Path.Combine(folder, "bin", "postgres")).Where(File.Exists).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        return server is null
            ? HealthCheck.Missing("postgresql", Name, false, Say("本机没有 PostgreSQL 15 以上的程序；用别的机器上的不需要装，否则请安装 postgresql",
                "there are no programs of PostgreSQL 15 or later on this machine; they are not needed to use one on another machine, otherwise install postgresql"))
            : HealthCheck.Fine("postgresql", Name, false, server);
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate nint VersionCall();

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int OptionCall([MarshalAs(UnmanagedType.LPUTF8Str)] string option);
}
