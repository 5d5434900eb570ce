using System.Text;

namespace PovertyDashboard.Ledgers;

/// <summary>Folding of written texts: full and half width, brackets and blanks are alike.</summary>
public static class TextFold
{
    /// <summary>The form by which headers and code texts are compared.</summary>
    public static string Fold(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC);
        var folded = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c)) continue;
            folded.Append(c switch
            {
                '【' or '〔' or '[' or '﹙' => '(',
                '】' or '〕' or ']' or '﹚' => ')',
                _ => char.ToLowerInvariant(c),
            });
        }

        return folded.ToString();
    }

    /// <summary>A header without its bracketed note: 上网电量(kWh) and 上网电量 are one column.</summary>
    public static string FoldHeader(string header)
    {
        var folded = Fold(header);
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && folded.EndsWith(')') ? folded[..open] : folded;
    }
}
