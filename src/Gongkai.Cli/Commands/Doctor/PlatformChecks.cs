using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Gongkai.Cli.Commands.Doctor;

/// <summary>运行环境：.NET、区域与编码、时区。</summary>
internal static class PlatformChecks
{
    private const int LeastVersion = 10;

    public static HealthCheck Runtime() => Environment.Version.Major >= LeastVersion
        ? HealthCheck.Fine("dotnet", ".NET", true, $"{RuntimeInformation.FrameworkDescription}，{RuntimeInformation.RuntimeIdentifier}")
        : HealthCheck.Unusable("dotnet", ".NET", true, RuntimeInformation.FrameworkDescription, $"需要 .NET {LeastVersion} 以上：请安装 dotnet-runtime-{LeastVersion}.0");

    /// <summary>程序以不变区域运行，不需要 ICU；GB18030 的编码表在框架里。</summary>
    public static HealthCheck Culture()
    {
        const string Name = "区域与编码（ICU、GB18030）";
        try
        {
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var decodes = Encoding.GetEncoding("GB18030").GetString([0xD6, 0xD0]) == "中";
            if (!decodes) return HealthCheck.Unusable("culture", Name, true, null, "GB18030 的编码表不对：请重新安装 .NET 运行时");
            var invariant = AppContext.TryGetSwitch("System.Globalization.Invariant", out var on) && on;
            return HealthCheck.Fine("culture", Name, true, invariant ? "以不变区域运行，不需要 ICU；GB18030 可用" : $"ICU，当前区域 {CultureInfo.CurrentCulture.Name}；GB18030 可用");
        }
        catch (Exception error) when (error is ArgumentException or NotSupportedException)
        {
            return HealthCheck.Unusable("culture", Name, true, null, "没有 GB18030 的编码表：请重新安装 .NET 运行时");
        }
    }

    /// <summary>法律上的日期是北京时间的。</summary>
    public static HealthCheck TimeZone()
    {
        const string Name = "时区（Asia/Shanghai）";
        return TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out var zone)
            ? HealthCheck.Fine("timezone", Name, true, $"UTC+{zone.BaseUtcOffset.Hours}")
            : HealthCheck.Missing("timezone", Name, true, "没有时区数据：请安装 tzdata");
    }
}
