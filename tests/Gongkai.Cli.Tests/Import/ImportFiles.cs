using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Gongkai.Documents.Excel;
using Gongkai.Documents.Layout;
using Gongkai.Testing.Organisations;

namespace Gongkai.Cli.Tests.Import;

/// <summary>要导入的表：成格的，和照原样写出工作表的 XML 的。</summary>
internal static class ImportFiles
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>城市的数据文件夹，写好用哪个数据库。</summary>
    public static string Configure(InventedCity city)
    {
        if (city.Settings.Postgres is { } postgres)
            File.WriteAllText(Path.Combine(city.Settings.Folder, "gongkai.json"), JsonSerializer.Serialize(new { Database = new { Postgres = postgres } }));
        return city.Settings.Folder;
    }

    public static string Sheet(InventedCity city, string[] columns, params string[][] rows)
    {
        var cells = rows.Prepend(columns).SelectMany((row, at) => row.Select((text, column) => new LayoutCell(at, column, 1, 1, at == 0 ? LayoutRole.ColumnHeader : LayoutRole.Value, text)));
        var path = Path.Combine(city.Settings.Folder, $"{Guid.NewGuid():N}.xlsx");
        using var file = File.Create(path);
        ExcelWriter.Write(new LayoutDocument("导入", [new LayoutTable("导入", "导入", [.. columns.Select(_ => 1)], 1, [.. cells])]), file);
        return path;
    }

    /// <summary>工作表的 XML 照给的写：公式、合并、各种存法。</summary>
    public static string Raw(InventedCity city, string rows, string merged = "")
    {
        var path = Sheet(city, ["空"]);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Update);
        zip.GetEntry("xl/worksheets/sheet2.xml")!.Delete();
        using var part = zip.CreateEntry("xl/worksheets/sheet2.xml").Open();
        part.Write(Encoding.UTF8.GetBytes($"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{merged}</worksheet>"));
        return path;
    }

    /// <summary>一行，从第一列起；空的不写。</summary>
    public static string Row(int number, params string[] cells) =>
        $"<row r=\"{number}\">{string.Concat(cells.Select((text, at) => text.Length == 0 ? "" : $"<c r=\"{(char)('A' + at)}{number}\" t=\"inlineStr\"><is><t>{text}</t></is></c>"))}</row>";

    /// <summary>读回一份表，各行各格。</summary>
    public static string[][] Read(string path)
    {
        var table = Gongkai.Documents.DocumentReader.Read(File.ReadAllBytes(path), "a.xlsx", Gongkai.Documents.ReadLimits.Default, default).Value.Blocks.OfType<Gongkai.Documents.TableBlock>().Last();
        return [.. table.Cells.GroupBy(cell => cell.Row).Select(row => row.Select(cell => cell.Text).ToArray())];
    }
}
