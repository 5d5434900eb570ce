using System.Buffers;
using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Excel;
using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Forms;

/// <summary>A form in the list (套表一览).</summary>
/// <param name="Form">The form.</param>
/// <param name="By">Who changed it last.</param>
public sealed record FormLine(ReportForm Form, string By);

/// <summary>A form that is open on its page (打开的套表).</summary>
public sealed record OpenForm(ReportForm Form, FormLayout Layout, IReadOnlyList<FormSheet> Sheets);

/// <summary>What became of a change: the form, or a sentence why not.</summary>
public readonly record struct FormResult(long Id, string Refusal);

/// <summary>Keeps the forms of a unit (套表管理): brings, changes and deletes them, within the user's places.</summary>
public sealed class FormDesk(IDbContextFactory<AppDbContext> contexts, LedgerCatalog catalog, RegionDirectory regions, CurrentUser user)
{
    private const string NotThere = "没有这张套表，或者它不属于您的单位。请回到套表列表。";
    private static readonly SearchValues<char> NotInFileNames = SearchValues.Create("\\/:*?\"<>|");

    public static long LargestFile => ReadLimits.Web.FileBytes;

    public async Task<IReadOnlyList<FormLine>> ListAsync(CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var forms = await db.Set<ReportForm>().AsNoTracking().OrderBy(f => f.Name).ThenBy(f => f.Id).ToListAsync(ct);
        var people = new Dictionary<string, string>();
        foreach (var account in forms.Select(f => f.ChangedBy).Distinct()) people[account] = await DeletedRows.PersonAsync(db, account, ct);
        return [.. forms.Select(f => new FormLine(f, people[f.ChangedBy]))];
    }

    /// <summary>The form with its sheets; null where there is none for this user.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="known">The form as it was read before: its sheets need no second reading while the workbook is the same.</param>
    /// <param name="ct">Stops reading.</param>
    public async Task<OpenForm?> OpenAsync(long id, OpenForm? known, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (await FindAsync(db, id, ct) is not { } form) return null;
        var sheets = known is not null && known.Form.Id == id && known.Form.Edition == form.Edition ? known.Sheets : FormBook.Read(await ContentAsync(db, id, ct), form.FileName, ReadLimits.Web, ct);
        return new OpenForm(form, FormLayout.Read(form.Layout), sheets);
    }

    /// <summary>The columns that may stand in the block row of a sheet; none where there is no block.</summary>
    public async Task<IReadOnlyList<Column>> ColumnsAsync(OpenForm open, string sheet, CancellationToken ct)
    {
        if (open.Layout.BlockOn(sheet) is not { } block || catalog.Ledger(block.Ledger) is not { } ledger || !user.Identity.MayList(ledger)) return [];
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await ledger.AllColumnsAsync(db, open.Form.Region, ct);
    }

    public async Task<FormResult> AddAsync(string name, string fileName, byte[] content, CancellationToken ct)
    {
        if (!user.Identity.MayKeep() || FormRights.OwnerOf(user.Identity.Scope, regions.Tree) is not { } owner) return new(0, FormRights.OnlyKeepers);
        name = name.Trim();
        if ((RefusalOfName(name) ?? await RefusalOfFileAsync(fileName, content, ct)) is { } refusal) return new(0, refusal);
        await using var db = await contexts.CreateDbContextAsync(ct);
        return await db.InTransactionAsync(async innerCt =>
        {
            var form = new ReportForm { Region = owner, Name = name, FileName = fileName, Size = content.Length };
            db.Add(form);
            await db.SaveChangesAsync(innerCt);
            db.Add(new ReportFormContent { FormId = form.Id, Workbook = content });
            await db.SaveChangesAsync(innerCt);
            return new FormResult(form.Id, "");
        }, ct);
    }

    /// <summary>A newer version of the workbook; what is placed stays where it is.</summary>
    public async Task<FormResult> ReplaceAsync(long id, int version, string fileName, byte[] content, CancellationToken ct)
    {
        if (await RefusalOfFileAsync(fileName, content, ct) is { } refusal) return new(id, refusal);
        return await ChangeAsync(id, version, async (db, form) =>
        {
            (form.FileName, form.Size, form.Edition) = (fileName, content.Length, form.Edition + 1);
            (await db.Set<ReportFormContent>().SingleAsync(c => c.FormId == id, ct)).Workbook = content;
        }, ct);
    }

    public Task<FormResult> RenameAsync(long id, int version, string name, CancellationToken ct) => RefusalOfName(name.Trim()) is { } refusal
        ? Task.FromResult(new FormResult(id, refusal))
        : ChangeAsync(id, version, (_, form) => { form.Name = name.Trim(); return Task.CompletedTask; }, ct);

    public Task<FormResult> SaveAsync(long id, int version, FormLayout layout, CancellationToken ct) =>
        ChangeAsync(id, version, (_, form) => { form.Layout = layout.Write(); return Task.CompletedTask; }, ct);

    public Task<FormResult> DeleteAsync(long id, int version, CancellationToken ct) =>
        ChangeAsync(id, version, (_, form) => { (form.IsDeleted, form.DeleteReason) = (true, "不再使用"); return Task.CompletedTask; }, ct);

    internal static Task<ReportForm?> FindAsync(AppDbContext db, long id, CancellationToken ct) => db.Set<ReportForm>().SingleOrDefaultAsync(f => f.Id == id, ct);

    /// <summary>The workbook of a form that the user has been found to meet.</summary>
    internal static Task<byte[]> ContentAsync(AppDbContext db, long id, CancellationToken ct) => db.Set<ReportFormContent>().Where(c => c.FormId == id).Select(c => c.Workbook).SingleAsync(ct);

    private async Task<FormResult> ChangeAsync(long id, int version, Func<AppDbContext, ReportForm, Task> change, CancellationToken ct)
    {
        if (!user.Identity.MayKeep()) return new(id, FormRights.OnlyKeepers);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(ct);
            return await db.InTransactionAsync(async innerCt =>
            {
                if (await FindAsync(db, id, innerCt) is not { } form) return new FormResult(id, NotThere);
                if (form.Version != version) return new FormResult(id, $"{await DeletedRows.PersonAsync(db, form.ChangedBy, innerCt)} 刚改过这张套表，您的改动没有保存。已重新读取，请再改一次。");
                await change(db, form);
                await db.SaveChangesAsync(innerCt);
                return new FormResult(id, "");
            }, ct);
        }
        catch (ChangeRefusedException refused)
        {
            return new(id, refused.Message);
        }
    }

    private static string? RefusalOfName(string name) =>
        name.Length == 0 ? "套表名称：没有填写。请写一个好认的名称，例如 县扶贫办季度统计表。"
        : name.Length > ReportForm.LongestName ? $"套表名称：超过 {ReportForm.LongestName} 个字。请缩短。"
        : name.AsSpan().ContainsAny(NotInFileNames) || name.Any(char.IsControl) ? "套表名称：有文件名不能用的字符（\\ / : * ? \" < > |）。请去掉。"
        : null;

    private static async Task<string?> RefusalOfFileAsync(string fileName, byte[] content, CancellationToken ct)
    {
        try
        {
            FormBook.Read(content, fileName, ReadLimits.Web, ct);
            await FormBook.TryAsync(content, ReadLimits.Web, ct);
            return null;
        }
        catch (SheetFaultException fault)
        {
            return $"“{fileName}”：{fault.Message}";
        }
    }
}
