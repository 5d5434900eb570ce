using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Security;

namespace PovertyDashboard.Features.Works.Lines;

/// <summary>Rules over the fields of a line of labour or material (用工用料表内校验); pure.</summary>
public static class WorkLineRules
{
    private const int MarkLength = 16;

    /// <summary>Stored values that follow from others; run before each save on every path.</summary>
    public static void Fill(WorkLine line)
    {
        if (line.VerifiedQuantity is null) line.VerifiedPrice = null;
        else line.VerifiedPrice ??= line.ReportedPrice;
        (line.ReportedAmount, line.VerifiedAmount) = LineAmounts.Of(line);
        (line.Cut, line.Added) = LineAmounts.Difference(line.ReportedAmount, line.VerifiedAmount);
        (line.WrittenReported, line.WrittenVerified, line.WrittenCut, line.WrittenAdded) = (null, null, null, null);
    }

    /// <summary>Who changes what is reported is remembered; who verifies is not (ADR 0018). A change after the audit has been there is not signed but refused.</summary>
    public static void Sign(WorkLine line, UserIdentity user)
    {
        var mark = MarkOf(line);
        if (mark == line.ReportedMark || IsChangedAfterAudit(line)) return;
        line.ReportedMark = mark;
        if (!line.IsReportedBy(user.Name)) line.Hands = line.Hands.Length == 0 ? user.Name : $"{line.Hands}|{user.Name}";
    }

    public static IEnumerable<Fault> Check(WorkLine line, RowContext context)
    {
        if (line.Number is null) yield return new Fault("序号", "序号：没有填写。请填写这一户清单里的序号。");
        if (IsChangedAfterAudit(line)) yield return new Fault("申报数量", "申报数量：审计组已到户核实这一条，申报内容不能再改。请审计组先撤销核实，再改。");
        foreach (var fault in Reported(line).Concat(Verified(line))) yield return fault;
    }

    private static IEnumerable<Fault> Reported(WorkLine line)
    {
        // An empty cell reads as nought; what costs nothing is not audited.
        if (line.ReportedQuantity == 0) yield return new Fault("申报数量", "申报数量：没有填写，或填了 0。请填写申报的数量，例如 20。");
        if (line.ReportedPrice == 0) yield return new Fault("申报单价", "申报单价：没有填写，或填了 0。请填写申报的单价，例如 22 或 22.50。");
        if (line.IsLabour && line.ReportedQuantity % LineAmounts.HalfDay != 0) yield return Step("申报数量", line.ReportedQuantity);
        if (line.WrittenReported is { } written && written != LineAmounts.Of(line).Reported)
            yield return Product("申报金额", written, line.ReportedQuantity, line.ReportedPrice);
    }

    private static IEnumerable<Fault> Verified(WorkLine line)
    {
        if (line.VerifiedQuantity is not { } quantity)
        {
            if (line.VerifiedPrice is not null || line.WrittenVerified is not null) yield return new Fault("核实数量", "核实数量：填了核定单价或金额，没有填核实数量。请填写到户核实的数量，没有的填 0。");
            if (line.WrittenCut is > 0 or < 0) yield return new Fault("核实数量", $"核实数量：填了核减金额（“{Yuan(line.WrittenCut.Value)}”），没有填核实数量。请填写到户核实的数量。");
            yield break;
        }

        if (line.IsLabour && quantity % LineAmounts.HalfDay != 0) yield return Step("核实数量", quantity);
        var (reported, verified) = LineAmounts.Of(line);
        if (line.WrittenVerified is { } written && written != verified) yield return Product("核定金额", written, quantity, line.VerifiedPrice ?? line.ReportedPrice);
        foreach (var fault in Addition(line, quantity, reported, verified!.Value)) yield return fault;
        var (cut, added) = LineAmounts.Difference(reported, verified);
        // A sheet may state the difference with its sign, or what was cut alone.
        if (line.WrittenCut is { } stated && stated != cut && stated != cut - added)
            yield return new Fault("核减金额", $"核减金额：与“申报金额－核定金额”不符（“{Yuan(stated)}”，应为 {Yuan(cut - added)}）。请核对，或清空此格由系统计算。");
        if (line.WrittenAdded is { } more && more != added)
            yield return new Fault("核增金额", $"核增金额：与“核定金额－申报金额”不符（“{Yuan(more)}”，应为 {Yuan(added)}）。请核对，或清空此格由系统计算。");
    }

    /// <summary>More than reported is taken only where it is meant, with its reason.</summary>
    private static IEnumerable<Fault> Addition(WorkLine line, long quantity, long reported, long verified)
    {
        var isMore = quantity > line.ReportedQuantity || verified > reported;
        if (isMore && line.IsAddition != true)
            yield return quantity > line.ReportedQuantity
                ? new Fault("核实数量", $"核实数量：大于申报数量（“{Quantity(quantity)}”，申报 {Quantity(line.ReportedQuantity)}）。请核对；确属漏报的，请在“核增”选是并写明原因。")
                : new Fault("核定单价", $"核定单价：核定金额大于申报金额（“{Yuan(verified)}”，申报 {Yuan(reported)}）。请核对；确属漏报的，请在“核增”选是并写明原因。");
        if (isMore && line is { IsAddition: true, Reason: "" }) yield return new Fault("核减原因", $"核减原因：核增没有写原因（申报 {Yuan(reported)}，核定 {Yuan(verified)}）。请写明为什么多于申报。");
        if (!isMore && line.IsAddition == true) yield return new Fault("核增", "核增：填了是，核实的数量和金额没有多于申报。请改为否或留空。");
    }

    /// <summary>A file changes nothing of a line whose audit is concluded, nor what the audit found in the home.</summary>
    public static string? RefuseImport(WorkLine stored, WorkLine incoming)
    {
        if (stored.IsFixed) return $"核定金额：这一条已定案（核定 {Yuan(stored.VerifiedAmount ?? 0)} 元），文件不能再改。请从文件中删去这一行。";
        return stored.IsFoundInHome && FoundOf(stored) != FoundOf(incoming)
            ? $"核实数量：审计组已到户核实（{Quantity(stored.VerifiedQuantity ?? 0)} × {Yuan(stored.VerifiedPrice ?? 0)}），文件不能再改。请审计组在入户审计页重新核实，或恢复原来的数。"
            : null;
    }

    public static string? RefuseDelete(WorkLine line, UserIdentity user) =>
        line.IsFixed ? "删除：这一条已定案，不能删除。有差错的，请审计组先撤销定案。"
        : line.IsFoundInHome ? "删除：审计组已到户核实这一条，不能删除。请审计组先撤销核实。"
        : null;

    public static string Yuan(long fen) => ColumnText.Scaled(fen, 2);

    /// <summary>A quantity without noughts at its end: 18, 2.5.</summary>
    public static string Quantity(long scaled) => (scaled / 100m).ToString("#,0.##", CultureInfo.InvariantCulture).Replace('-', '−');

    private static (long?, long?, bool, string) FoundOf(WorkLine line) => (line.VerifiedQuantity, line.VerifiedPrice, line.IsAddition == true, line.Reason);

    private static bool IsChangedAfterAudit(WorkLine line) => line.IsFoundInHome && line.ReportedMark.Length > 0 && MarkOf(line) != line.ReportedMark;

    private static Fault Step(string header, long quantity) => new(header, $"{header}：工日按半天计（“{Quantity(quantity)}”）。请填写 0.5 的倍数，例如 1.5。");

    private static Fault Product(string header, long written, long quantity, long price) => new(
        header, $"{header}：金额≠数量×单价（“{Yuan(written)}”，{Quantity(quantity)} × {Yuan(price)} = {Yuan(LineAmounts.Of(quantity, price))}）。请核对，或清空此格由系统计算。");

    /// <summary>Without the number of a person: the fingerprint stands in the audit trail.</summary>
    private static string MarkOf(WorkLine line)
    {
        var told = string.Join('\u001f', line.HouseholdName, line.Item, line.Kind, line.Name, line.Spec, line.Unit, line.DoneOn, line.Worker, line.ReportedQuantity, line.ReportedPrice, line.Invoice);
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(told)))[..MarkLength];
    }
}
