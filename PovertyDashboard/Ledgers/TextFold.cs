using System.Text;

namespace PovertyDashboard.Ledgers;

/// <summary>Folding of written texts: full and half width, brackets and blanks are alike.</summary>
public static class TextFold
{
    /// <summary>Full and half width made alike. Half a character, which no text has but a hostile file may, becomes the sign for a lost one instead of a fault.</summary>
    public static string Widths(string text) =>
        (text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text).Normalize(NormalizationForm.FormKC);

    /// <summary>The form by which headers and code texts are compared.</summary>
    public static string Fold(string text)
    {
        var plain = Widths(text);
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
