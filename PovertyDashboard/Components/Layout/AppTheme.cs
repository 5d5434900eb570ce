using MudBlazor;

namespace PovertyDashboard.Components.Layout;

/// <summary>The look of MudBlazor's controls (主题), mapped from the design tokens.</summary>
public static class AppTheme
{
    private static readonly string[] Font = [.. Tokens.Light["font"].Split(',').Select(name => name.Trim().Trim('"'))];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Fill(new PaletteLight(), Tokens.Light),
        PaletteDark = Fill(new PaletteDark(), Tokens.Dark),
        Typography = new Typography
        {
            Default = Set(new DefaultTypography(), "0.875rem", "400", "1.5"),
            H1 = Set(new H1Typography(), "1.25rem", "700", "1.4"),
            H2 = Set(new H2Typography(), "1rem", "700", "1.5"),
            H3 = Set(new H3Typography(), "1rem", "700", "1.5"),
            H4 = Set(new H4Typography(), "0.875rem", "700", "1.5"),
            H5 = Set(new H5Typography(), "0.875rem", "700", "1.5"),
            H6 = Set(new H6Typography(), "1rem", "700", "1.5"),
            // Labels of fields and items of lists are set in it.
            Subtitle1 = Set(new Subtitle1Typography(), "0.875rem", "400", "1.5"),
            Subtitle2 = Set(new Subtitle2Typography(), "0.8125rem", "700", "1.54"),
            Body1 = Set(new Body1Typography(), "0.875rem", "400", "1.5"),
            Body2 = Set(new Body2Typography(), "0.8125rem", "400", "1.54"),
            Button = Set(new ButtonTypography(), "0.875rem", "400", "1.5"),
            Caption = Set(new CaptionTypography(), "0.75rem", "400", "1.5"),
            Overline = Set(new OverlineTypography(), "0.75rem", "400", "1.5"),
        },
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = Tokens.Light["radius-control"],
            DrawerWidthLeft = Tokens.Light["drawer"],
            DrawerMiniWidthLeft = Tokens.Light["drawer-mini"],
            AppbarHeight = Tokens.Light["appbar-height"],
        },
    };

    private static T Set<T>(T type, string size, string weight, string line) where T : BaseTypography
    {
        type.FontFamily = Font;
        type.FontSize = size;
        type.FontWeight = weight;
        type.LineHeight = line;
        type.LetterSpacing = "normal";
        type.TextTransform = "none";
        return type;
    }

    private static T Fill<T>(T palette, IReadOnlyDictionary<string, string> t) where T : Palette
    {
        palette.Black = t["text-1"];
        palette.Primary = palette.Secondary = palette.Tertiary = t["primary"];
        palette.PrimaryContrastText = palette.SecondaryContrastText = palette.TertiaryContrastText = t["on-primary"];
        palette.AppbarBackground = t["appbar"];
        palette.AppbarText = t["appbar-text"];
        palette.DrawerBackground = palette.Surface = t["surface"];
        palette.DrawerText = t["drawer-text"];
        palette.DrawerIcon = t["drawer-icon"];
        palette.Background = t["background"];
        palette.BackgroundGray = t["head"];
        palette.TextPrimary = t["text-1"];
        palette.TextSecondary = t["text-2"];
        palette.TextDisabled = palette.ActionDisabled = t["action-disabled"];
        palette.ActionDefault = t["action"];
        palette.ActionDisabledBackground = t["disabled-fill"];
        palette.LinesDefault = palette.Divider = palette.TableLines = t["line"];
        palette.DividerLight = t["line-soft"];
        palette.LinesInputs = t["input-line"];
        palette.TableStriped = t["zebra"];
        palette.TableHover = t["hover"];
        palette.Skeleton = t["skeleton"];
        palette.Success = t["success"];
        palette.Warning = t["warning"];
        palette.Error = t["error"];
        palette.Info = t["info"];
        palette.Dark = t["appbar"];
        palette.DarkContrastText = t["appbar-text"];
        palette.SuccessContrastText = palette.WarningContrastText = palette.ErrorContrastText = palette.InfoContrastText = t["on-semantic"];
        palette.OverlayDark = t["veil"];
        return palette;
    }
}
