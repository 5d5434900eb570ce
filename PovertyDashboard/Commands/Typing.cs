namespace PovertyDashboard.Commands;

/// <summary>What a mistyped word was probably meant to be (拼写提示).</summary>
internal static class Typing
{
    private const int MostSlips = 2;

    /// <summary>The nearest of the words, or null where none is near.</summary>
    public static string? Nearest(string typed, IEnumerable<string> words) => words
        .Select(word => (Word: word, Slips: Slips(typed.ToUpperInvariant(), word.ToUpperInvariant())))
        .Where(w => w.Slips <= MostSlips && w.Slips < w.Word.TrimStart('-').Length)
        .OrderBy(w => w.Slips).Select(w => w.Word).FirstOrDefault();

    /// <summary>您是要写 import 吗？ or nothing.</summary>
    public static string Hint(string typed, IEnumerable<string> words) => Nearest(typed, words) is { } word ? $"您是要写 {word} 吗？" : "";

    /// <summary>Letters to add, leave out, change or swap with their neighbour until one word is the other.</summary>
    private static int Slips(string a, string b)
    {
        var at = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    at[i, j] = i + j;
                    continue;
                }

                at[i, j] = Math.Min(Math.Min(at[i - 1, j], at[i, j - 1]) + 1, at[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) at[i, j] = Math.Min(at[i, j], at[i - 2, j - 2] + 1);
            }

        return at[a.Length, b.Length];
    }
}
