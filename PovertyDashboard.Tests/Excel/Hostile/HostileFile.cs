using PovertyDashboard.Tests.Support;

namespace PovertyDashboard.Tests.Excel.Hostile;

/// <summary>How a hostile file has to end.</summary>
public enum HostileEnd
{
    /// <summary>The file as a whole is refused in one sentence.</summary>
    Refused,

    /// <summary>It is read, and each of its rows is held with a sentence.</summary>
    RowsHeld,

    /// <summary>Chance decides what is left of it; it is refused in one sentence, or its rows are judged.</summary>
    Either,
}

/// <summary>One file that somebody sends to harm, or that was harmed on its way.</summary>
/// <param name="What">What is wrong with it; its name.</param>
/// <param name="Make">Makes it; never a file in the repository.</param>
/// <param name="Says">Part of the sentence, where it must be that one.</param>
public sealed record HostileFile(string What, Func<byte[]> Make, string Says = "", HostileEnd End = HostileEnd.Refused, string Extension = ".xlsx");

/// <summary>All of them.</summary>
internal static class HostileCorpus
{
    public static readonly IReadOnlyDictionary<string, HostileFile> ByName =
        ((IEnumerable<HostileFile>)[.. WrongKinds.All, .. Bombs.All, .. HeavyXml.All, .. WrongParts.All, .. WrongRows.All, .. WrongCsv.All, .. CopyBombs.All, .. BrokenSamples.All]).ToDictionary(f => f.What);
}

/// <summary>Real ledgers, cut off and with bytes changed, as a bad stick or a broken upload leaves them.</summary>
internal static class BrokenSamples
{
    private const string Households = "户信息-张寨镇.xlsx", Problems = "整改台账-北城街道.csv";

    public static IEnumerable<HostileFile> All =>
    [
        .. Enumerable.Range(1, 9).Select(tenth => new HostileFile($"a real ledger of which {tenth}/10 have come", () => Whole(Households)[..(Whole(Households).Length * tenth / 10)], ReadFaultsText.Damaged)),
        .. Enumerable.Range(1, 12).Select(seed => new HostileFile($"a real ledger with {1 << (seed % 6)} bytes changed, seed {seed}", () => Changed(Whole(Households), seed, 1 << (seed % 6)), End: HostileEnd.Either)),
        .. Enumerable.Range(1, 3).Select(seed => new HostileFile($"a real csv with {seed * 40} bytes changed", () => Changed(Whole(Problems), seed, seed * 40), End: HostileEnd.Either, Extension: ".csv")),
    ];

    private static byte[] Whole(string file) => File.ReadAllBytes(Samples.PathOf(file));

    private static byte[] Changed(byte[] file, int seed, int bytes)
    {
        var random = new Random(seed);
        // The first bytes say what kind of file it is.
        for (var i = 0; i < bytes; i++) file[random.Next(8, file.Length)] = (byte)random.Next(256);
        return file;
    }
}

/// <summary>The beginnings of sentences by which tests know them.</summary>
internal static class ReadFaultsText
{
    public const string Damaged = "文件内容不完整或已损坏", OutOfOrder = "重复，或次序颠倒", TooBig = "展开后超过 200 MB", TooMuchText = "文字超过 30,000,000 个字", Unknown = "认不出这是哪本台账", Empty = "文件里没有内容";
}
