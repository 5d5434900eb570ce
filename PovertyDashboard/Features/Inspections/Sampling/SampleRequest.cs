using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Inspections.Sampling;

/// <summary>What a draw is asked for (抽样要求).</summary>
/// <param name="Villages">Keys of the villages from which it draws.</param>
/// <param name="Spread">How the number is decided.</param>
/// <param name="Size">Households: of all villages together, or of each.</param>
/// <param name="Reserve">Households of the reserve, likewise.</param>
/// <param name="Seed">随机种子; empty for one that is drawn by lot.</param>
/// <param name="Must">必抽户, a line each: 户编号, or 村 and 户主.</param>
/// <param name="MustMeasure">Key of a measure of households whose list must be drawn as well; empty for none.</param>
/// <param name="Reason">Why it is drawn again; empty for the first draw.</param>
public sealed record SampleRequest(
    IReadOnlyList<long> Villages, SampleSpread Spread, int? Size, int? Reserve, string Seed = "", string Must = "", string MustMeasure = "", string Reason = "")
{
    public const int LongestSeed = 40, LongestReason = 200;

    /// <summary>What is wrong with the request by itself, or null.</summary>
    public Fault? Check(bool isRedraw)
    {
        if (Villages.Count == 0) return new Fault("抽样范围", "抽样范围：没有选村。请至少选一个村。");
        if (Spread != SampleSpread.BySize && Size is not > 0) return new Fault("抽样户数", "抽样户数：没有填，或不是正数。请填写要抽的户数，例如 10。");
        if (Reserve < 0) return new Fault("备选户数", $"备选户数：为负数（“{Reserve}”）。请填写 0 或更大的数。");
        if (Seed.Trim().Length > LongestSeed) return new Fault("随机种子", $"随机种子：超过 {LongestSeed} 个字（现有 {Seed.Trim().Length} 个）。请缩短。");
        if (isRedraw && Reason.Trim().Length == 0) return new Fault("重抽原因", "重抽原因：已经抽过样，没有写为什么重抽。请写明原因；原来的名单会保留在操作记录里。");
        return Reason.Length > LongestReason ? new Fault("重抽原因", $"重抽原因：超过 {LongestReason} 个字（现有 {Reason.Length} 个）。请缩短。") : null;
    }
}

/// <summary>The outcome of a draw (抽样结果): how many were drawn, or why none were.</summary>
public sealed record SampleOutcome(int Drawn, int Reserve, Fault? Fault)
{
    public static SampleOutcome Refused(string column, string sentence) => new(0, 0, new Fault(column, sentence));
}
