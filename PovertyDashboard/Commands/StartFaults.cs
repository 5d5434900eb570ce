using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using PovertyDashboard.Data;

namespace PovertyDashboard.Commands;

/// <summary>Why the site or a verb ends early, in one sentence instead of a stack trace (启动与命令的错误).</summary>
internal static class StartFaults
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, CannotOpen = 14, NotADatabase = 26;

    /// <summary>The sentence for what can happen to files, stores and addresses; null for what nobody expects.</summary>
    public static string? Sentence(Exception fault, StoreOptions store) => fault switch
    {
        StoreFaultException or ChangeRefusedException => fault.Message,
        UnauthorizedAccessException => $"没有读写的权限（{fault.Message}）。请换一个位置，或用有权限的账号运行。",
        IOException { InnerException: AddressInUseException } => $"网站的地址已被占用（{fault.Message}）。请用 --urls 换一个地址，或关掉占用它的程序。",
        IOException => $"文件读写出错（{fault.Message}）。请检查路径和磁盘后再试。",
        SqliteException ofStore => OfStore(ofStore, store.FileName),
        { InnerException: SqliteException ofStore } => OfStore(ofStore, store.FileName),
        _ => null,
    };

    private static string? OfStore(SqliteException fault, string file) => fault.SqliteErrorCode switch
    {
        Busy or Locked => $"数据库 {file} 正被别的程序占用。请稍后再试。",
        ReadOnly or CannotOpen => $"数据库 {file} 打不开或不能写入。请检查它所在的文件夹和权限。",
        Corrupt => $"数据库 {file} 已损坏。请停止网站，用最近的备份替换它。",
        Full => $"磁盘已满，数据库 {file} 写不进去。请清出空间后再试。",
        NotADatabase => $"{file} 不是数据库文件。请核对 --store 写的路径。",
        _ => null,
    };
}
