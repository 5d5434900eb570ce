namespace PovertyDashboard.Ledgers;

/// <summary>What a person is known by where numbers are wrong or missing (同一人线索), together with the village of the row.</summary>
/// <param name="Born">Day of birth, from its column or from the number.</param>
public readonly record struct PersonTrace(string Name, DateOnly Born)
{
    /// <summary>The trace, or null where a part is not known.</summary>
    public static PersonTrace? Of(string name, DateOnly? born) => name.Length > 0 && born is { } day ? new PersonTrace(name, day) : null;
}
