namespace PovertyDashboard.Excel.Reading;

/// <summary>
/// The characters of an XML part on their way to its reader, which holds a whole tag in memory and its copy a whole text: both are
/// bounded here, and so is how many there are. Tags are followed by their quotes, since a value may hold "&gt;".
/// </summary>
internal sealed class BoundedText(TextReader inner, Action<long> onTags) : TextReader
{
    // Excel's longest cell comes to a quarter of this when each of its characters is escaped.
    private const int LongestText = 1024 * 1024;

    // The longest honest tags list ranges of validations; a hostile one holds a million attributes.
    private const int LongestTag = 256 * 1024;

    private Place place;
    private char quote;
    private int run;
    private long tags;
    private string opening = "";
    private int closing;

    private enum Place { Text, Opening, Tag, Value, Comment, Data, Instruction }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var read = inner.Read(buffer);
        Follow(buffer[..read]);
        onTags(tags);
        return read;
    }

    public override int Peek() => -1;

    public override int Read()
    {
        Span<char> one = stackalloc char[1];
        return Read(one) == 0 ? -1 : one[0];
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }

    private void Follow(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            text = text[Step(text)..];
        }
    }

    /// <summary>How many characters of the text lie in the present place; the next one lies in another.</summary>
    private int Step(ReadOnlySpan<char> text)
    {
        switch (place)
        {
            case Place.Text:
                return Pass(text, text.IndexOf('<'), LongestText, Place.Opening);
            case Place.Value:
                return Pass(text, text.IndexOf(quote), LongestTag, Place.Tag);
            case Place.Tag:
                var at = text.IndexOfAny('>', '"', '\'');
                if (at >= 0 && text[at] != '>')
                {
                    quote = text[at];
                    return Pass(text, at, LongestTag, Place.Value);
                }
                return Pass(text, at, LongestTag, Place.Text);
            case Place.Opening:
                return Open(text[0]);
            default:
                return Close(text, place switch { Place.Comment => "-->", Place.Data => "]]>", _ => "?>" });
        }
    }

    /// <summary>Passes up to the character that ends the place, or everything where there is none. A run begins anew with a tag and behind it, not with a value.</summary>
    private int Pass(ReadOnlySpan<char> text, int at, int longest, Place next)
    {
        var length = at < 0 ? text.Length : at + 1;
        run += length;
        if (run > longest)
        {
            throw new InvalidDataException("A tag or text is too long.");
        }
        if (at >= 0)
        {
            place = next;
            tags += next == Place.Opening ? 1 : 0;
            run = next is Place.Opening or Place.Text ? 0 : run;
        }
        return length;
    }

    /// <summary>Behind "&lt;" it is told what follows: a tag, or one of those in which quotes mean nothing.</summary>
    private int Open(char next)
    {
        if (opening.Length == 0 && next is not ('!' or '?'))
        {
            place = Place.Tag;
            // What tells a tag apart may end it at once.
            return 0;
        }
        opening += next;
        place = opening switch
        {
            "?" => Place.Instruction,
            "!--" => Place.Comment,
            "![CDATA[" => Place.Data,
            _ when "!--".StartsWith(opening, StringComparison.Ordinal) || "![CDATA[".StartsWith(opening, StringComparison.Ordinal) => Place.Opening,
            _ => Place.Tag,
        };
        opening = place == Place.Opening ? opening : "";
        return place == Place.Tag ? 0 : 1;
    }

    /// <summary>Comments and instructions are passed over by the reader and need no bound; data are a text.</summary>
    private int Close(ReadOnlySpan<char> text, string end)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (closing == 0)
            {
                var found = text[at..].IndexOf(end[0]);
                if (found < 0)
                {
                    break;
                }
                at += found;
            }
            // All characters of a closing mark but the last are the same one, so "]]]>" closes too.
            closing = text[at] == end[closing] ? closing + 1 : text[at] == end[0] ? closing : 0;
            if (closing == end.Length)
            {
                (place, closing, run) = (Place.Text, 0, 0);
                return at + 1;
            }
        }
        run = place == Place.Data ? run + text.Length : 0;
        return run <= LongestText ? text.Length : throw new InvalidDataException("A text is too long.");
    }
}
