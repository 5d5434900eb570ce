using Microsoft.EntityFrameworkCore;

namespace PovertyDashboard.Data;

/// <summary>The store cannot be used by this program; the message is a sentence for whoever starts it.</summary>
public sealed class StoreFaultException(string message) : Exception(message);

/// <summary>
/// Brings the store's tables up to date at start (打开数据库): refuses a file that another version of the program made,
/// or that is no store at all, and frees the lock that an interrupted migration left behind.
/// </summary>
internal static class StoreOpening
{
    /// <summary>EF's lock is a row without an owner (dotnet/efcore#38958): older than this, nobody works on the tables any more.</summary>
    private static readonly TimeSpan LockIsStale = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>Creates or migrates the tables; whether the store is new.</summary>
    public static async Task<bool> OpenAsync(AppDbContext db, StoreOptions store, TimeProvider time, CancellationToken ct)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = (await db.Database.GetAppliedMigrationsAsync(ct)).ToList();
        if (applied.Exists(m => !known.Contains(m)))
            throw new StoreFaultException($"数据库 {store.FileName} 是另一个版本的程序建立的，本程序不能使用，内容没有改动。{WhatToDo(store)}");
        if (applied.Count == 0 && await CountAsync(db, "SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '#_#_EF%' ESCAPE '#' AND name NOT LIKE 'sqlite#_%' ESCAPE '#'", ct) > 0)
            throw new StoreFaultException($"{store.FileName} 不是扶贫工作台的数据库，内容没有改动。请核对 --store 写的路径。");
        // Nothing to do means no lock either: EF would take it, and wait for ever where one was left behind.
        if (applied.Count == known.Count) return false;
        await AwaitLockAsync(db, time, ct);
        await db.Database.MigrateAsync(ct);
        return applied.Count == 0;
    }

    private static string WhatToDo(StoreOptions store) =>
        $"请换回原来的程序，或用 --store 指定另一个数据库；如果只是演示数据，请删除 {store.FileName}、{store.FileName}-wal 和 {store.FileName}-shm 后重新启动。";

    /// <summary>Waits for another process that is at the tables, and clears its lock when it has died over them.</summary>
    private static async Task AwaitLockAsync(AppDbContext db, TimeProvider time, CancellationToken ct)
    {
        if (await CountAsync(db, "SELECT COUNT(*) FROM sqlite_master WHERE name = '__EFMigrationsLock'", ct) == 0) return;
        for (var waited = TimeSpan.Zero; waited < LockIsStale; waited += Look)
        {
            if (await CountAsync(db, "SELECT COUNT(*) FROM __EFMigrationsLock", ct) == 0) return;
            if (await CountAsync(db, "SELECT COUNT(*) FROM __EFMigrationsLock WHERE Timestamp > datetime('now', '-30 seconds')", ct) == 0) break;
            await Task.Delay(Look, time, ct);
        }

        await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", ct);
    }

    private static async Task<long> CountAsync(AppDbContext db, string question, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // Only the constants above.
        command.CommandText = question;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
