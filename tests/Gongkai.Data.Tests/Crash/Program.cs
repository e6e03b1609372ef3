using Gongkai.Data;
using Gongkai.Data.Tests.Crash;

// 不停地做事，做成一件报一件，直到被杀掉。参数：数据文件夹、从几号起、PostgreSQL 的连接串（没有就用 SQLite）。
var settings = new DataSettings { Folder = args[0], Postgres = args.Length > 2 ? args[2] : null };
using var database = (await DatabaseOpening.Open(settings, TimeProvider.System, CancellationToken.None)).Value;
for (var number = int.Parse(args[1]); ; number++)
{
    await CrashedWriter.Publish(database, number);
    Console.Out.WriteLine(number);
    await Console.Out.FlushAsync();
}
