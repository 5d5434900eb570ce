using System.Buffers;
using System.Text;

namespace PovertyDashboard.Ledgers;

/// <summary>Folding of written texts: full and half width, brackets and blanks are alike.</summary>
public static class TextFold
{
    // ASCII and the common Chinese characters are their own half-width forms.
    private static readonly SearchValues<char> Plain = SearchValues.Create([.. Chars(' ', '~'), .. Chars('\u4E00', '\u9FFF')]);
    private static readonly SearchValues<char> Folded = SearchValues.Create([.. Chars('!', '~').Where(c => !char.IsAsciiLetterUpper(c) && c is not ('[' or ']')), .. Chars('\u4E00', '\u9FFF')]);

    /// <summary>The form by which headers and code texts are compared.</summary>
    public static string Fold(string text)
    {
        // Nearly all texts of a file are plain already; asking Unicode took a third of an import.
        if (IsFolded(text)) return text;
        var plain = HalfWidth(text);
        var folded = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c)) continue;
            folded.Append(c switch
            {
                '【' or '〔' or '[' or '﹙' => '(',
                '】' or '〕' or ']' or '﹚' => ')',
                // They have no case; asking Unicode for it is slow.
                >= '\u4E00' and <= '\u9FFF' => c,
                _ => char.ToLowerInvariant(c),
            });
        }

        return folded.ToString();
    }

    /// <summary>Whether the text has nothing but ASCII without control characters and common Chinese characters; so have nearly all.</summary>
    public static bool IsPlain(string text) => !text.AsSpan().ContainsAnyExcept(Plain);

    /// <summary>The text in half width (NFKC). Half a character, which no text has but a hostile file may, becomes the sign for a lost one instead of a fault.</summary>
    public static string HalfWidth(string text) =>
        IsPlain(text) ? text
        : (text.Any(char.IsSurrogate) ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) : text).Normalize(NormalizationForm.FormKC);

    private static IEnumerable<char> Chars(char first, char last) => Enumerable.Range(first, last - first + 1).Select(c => (char)c);

    private static bool IsFolded(string text) => !text.AsSpan().ContainsAnyExcept(Folded);

    /// <summary>A header without its bracketed note: 上网电量(kWh) and 上网电量 are one column.</summary>
    public static string FoldHeader(string header)
    {
        var folded = Fold(header);
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && folded.EndsWith(')') ? folded[..open] : folded;
    }
}
