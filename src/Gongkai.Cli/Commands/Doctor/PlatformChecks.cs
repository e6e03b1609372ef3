using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Gongkai.Cli.Commands.Doctor;

/// <summary>运行环境：.NET、区域与编码、时区。</summary>
internal static class PlatformChecks
{
    private const int LeastVersion = 10;

    public static HealthCheck Runtime() => Environment.Version.Major >= LeastVersion
        ? HealthCheck.Fine("dotnet", ".NET", true, Say($"{RuntimeInformation.FrameworkDescription}，{RuntimeInformation.RuntimeIdentifier}",
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}"))
        : HealthCheck.Unusable("dotnet", ".NET", true, RuntimeInformation.FrameworkDescription, Say($"需要 .NET {LeastVersion} 以上：请安装 dotnet-runtime-{LeastVersion}.0",
            $".NET {LeastVersion} or later is needed: install dotnet-runtime-{LeastVersion}.0"));

    /// <summary>程序以不变区域运行，不需要 ICU；GB18030 的编码表在框架里。</summary>
    public static HealthCheck Culture()
    {
        Bilingual Name = ("区域与编码（ICU、GB18030）", "Culture and encodings (ICU, GB18030)");
        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var decodes = Encoding.GetEncoding("GB18030").GetString([0xD6, 0xD0]) == "中";
            if (!decodes) return HealthCheck.Unusable("culture", Name, true, null, Say("GB18030 的编码表不对：请重新安装 .NET 运行时",
                "the table of GB18030 is wrong: install the .NET runtime anew"));
            var invariant = AppContext.TryGetSwitch("System.Globalization.Invariant", out var on) && on;
            return HealthCheck.Fine("culture", Name, true, invariant ? Say("以不变区域运行，不需要 ICU；GB18030 可用", "runs with the invariant culture, ICU is not needed; GB18030 works") : Say($"ICU，当前区域 {CultureInfo.CurrentCulture.Name}；GB18030 可用",
                $"ICU, current culture {CultureInfo.CurrentCulture.Name}; GB18030 works"));
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return HealthCheck.Unusable("culture", Name, true, null, Say("没有 GB18030 的编码表：请重新安装 .NET 运行时", "there is no table of GB18030: install the .NET runtime anew"));
        }
    }

    /// <summary>法律上的日期是北京时间的。</summary>
    public static HealthCheck TimeZone()
    {
        Bilingual Name = ("时区（Asia/Shanghai）", "Time zone (Asia/Shanghai)");
        return TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out var zone)
            ? HealthCheck.Fine("timezone", Name, true, $"UTC+{zone.BaseUtcOffset.Hours}")
            : HealthCheck.Missing("timezone", Name, true, Say("没有时区数据：请安装 tzdata", "there are no time zone data: install tzdata"));
    }
}
