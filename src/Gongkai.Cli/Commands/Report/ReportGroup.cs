using System.CommandLine;
using Gongkai.Cli.Frame;

namespace Gongkai.Cli.Commands.Report;

/// <summary><c>gongkai report</c>：年报的读、查、写、比、汇。</summary>
internal static class ReportGroup
{
    public static Command Create(CommandFrame frame) =>
        new("report", Say("年报：读、查、转换、比较、汇总", "Annual reports: read, check, convert, compare, merge"))
        {
            ReadCommand.Create(frame),
            CheckCommand.Create(frame),
            ConvertCommand.Create(frame),
            CompareCommand.Create(frame),
            MergeCommand.Create(frame),
            BatchCommand.Create(frame),
            FormsOption.Create(),
        };
}
