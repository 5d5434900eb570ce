using MudBlazor;

namespace PovertyDashboard.Components.Shared;

/// <summary>Whether a change is welcome (好坏); posts and households stay neutral.</summary>
public enum ChangeTone
{
    Neutral,
    Good,
    Bad,
}

/// <summary>A change with its base (变化): the arrow tells the direction, the colour whether it is welcome.</summary>
/// <param name="Direction">Above nought up, below nought down, nought level.</param>
/// <param name="Text">Base and amount, such as 较上周 −18.</param>
/// <param name="Tone">Whether it is welcome.</param>
public sealed record FigureChange(int Direction, string Text, ChangeTone Tone = ChangeTone.Neutral)
{
    public string? Icon => Math.Sign(Direction) switch
    {
        1 => Icons.Material.Outlined.NorthEast,
        -1 => Icons.Material.Outlined.SouthEast,
        _ => null,
    };

    public string ToneClass => Tone switch { ChangeTone.Good => "good", ChangeTone.Bad => "bad", _ => "" };
}
