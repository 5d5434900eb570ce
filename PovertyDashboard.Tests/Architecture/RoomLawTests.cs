using System.Reflection;
using System.Text.RegularExpressions;

namespace PovertyDashboard.Tests.Architecture;

/// <summary>The law of rooms (ADR 0001): a room knows the shared folders and no other room.</summary>
public sealed class RoomLawTests
{
    private const string Features = "PovertyDashboard/Features", RoomNamespace = "PovertyDashboard.Features.";

    private static readonly Assembly Site = typeof(Program).Assembly;

    private static readonly IReadOnlyList<string> Rooms =
        [.. Directory.EnumerateDirectories(SourceTree.Full(Features)).Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> RoomNames => [.. Rooms];

    [Fact]
    public void The_rooms_are_found_in_source_and_in_the_program()
    {
        Assert.Superset(new HashSet<string> { "Checklists", "Dashboard", "Households", "Imports", "Remediation" }, Rooms.ToHashSet());
        Assert.Equal(Rooms, Site.GetTypes().Select(RoomOf).OfType<string>().Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(RoomNames))]
    public void A_room_names_no_other_room(string room)
    {
        var files = SourceTree.SiteCode.Where(f => f.Path.StartsWith($"{Features}/{room}/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.Empty(SourceTree.Hits(files, Naming(Rooms.Where(r => r != room))));
    }

    [Theory]
    [MemberData(nameof(RoomNames))]
    public void No_type_of_a_room_holds_takes_or_returns_a_type_of_another(string room)
    {
        var types = Site.GetTypes().Where(t => RoomOf(t) == room).ToList();

        var breaches = types.SelectMany(t => TypesIn(t).Select(u => (Type: t, Used: u))).Where(x => RoomOf(x.Used) is { } other && other != room);

        Assert.NotEmpty(types);
        Assert.Empty(breaches.Select(x => $"{x.Type.FullName} → {x.Used.FullName}").Distinct());
    }

    [Fact]
    public void Nothing_outside_the_rooms_names_one_but_the_program_and_the_verbs()
    {
        var files = SourceTree.SiteCode.Where(f => f.Folder != "Commands" && f.Path != "PovertyDashboard/Program.cs" && !Rooms.Any(r => f.Path.StartsWith($"{Features}/{r}/", StringComparison.Ordinal))).ToList();

        Assert.True(files.Count > 100, $"Only {files.Count} shared files were found.");
        Assert.Empty(SourceTree.Hits(files, Naming(Rooms)));
    }

    [Fact]
    public void What_rooms_stand_on_knows_neither_sheets_nor_pages_nor_verbs()
    {
        string[] folders = ["Attachments", "Data", "Ledgers", "Live", "Loop", "Regions", "Settings"];
        var files = SourceTree.SiteCode.Where(f => folders.Contains(f.Folder)).ToList();

        Assert.Equal(folders, files.Select(f => f.Folder).Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(SourceTree.Hits(files, new Regex(@"\bPovertyDashboard\.(Excel|Components|Commands)\b")));
    }

    [Theory]
    [MemberData(nameof(RoomNames))]
    public void A_room_is_registered_in_the_program_by_one_line(string room)
    {
        var registration = SourceTree.Text($"{Features}/{room}/{room}Room.cs");

        Assert.Contains($"public static class {room}Room", registration, StringComparison.Ordinal);
        Assert.Contains($" Add{room}(this IServiceCollection", registration, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(SourceTree.Text("PovertyDashboard/Program.cs"), $@"\.Add{room}\("));
    }

    [Theory]
    [InlineData("using PovertyDashboard.Features.Households;")]
    [InlineData("@using PovertyDashboard.Features.Households")]
    [InlineData("var row = new Features.Households.Household();")]
    [InlineData("var key = Households.HouseholdLedger.Key;")]
    [InlineData("services.AddSingleton(Households.Demo.DemoHouseholds.Step);")]
    public void The_law_sees_a_breach(string code) => Assert.Matches(Naming(["Households"]), code);

    [Theory]
    [InlineData("using PovertyDashboard.Features.HouseholdsArchive;")]
    [InlineData("var count = report.Households.Count;")]
    [InlineData("var first = Households.First();")]
    [InlineData("context.Features.Get<IEndpointFeature>();")]
    public void The_law_sees_no_breach_in_a_like_name(string code) => Assert.DoesNotMatch(Naming(["Households"]), code);

    [Fact]
    public void A_comment_breaks_no_law()
    {
        Assert.Equal("var a = \"http://b\"; ", SourceTree.WithoutComments("var a = \"http://b\"; // PovertyDashboard.Features.Households"));
        Assert.Equal("<p></p>", SourceTree.WithoutComments("<p>@* Households.HouseholdLedger *@</p>"));
    }

    /// <summary>A room named in full, or from inside the namespace of rooms by its name and one of its types or folders.</summary>
    private static Regex Naming(IEnumerable<string> rooms) =>
        new(string.Join('|', rooms.Select(room => $@"\bFeatures\.{room}\b|(?<![\w.]){room}\.(?:{string.Join('|', NamesIn(room))})\b")));

    private static IEnumerable<string> NamesIn(string room)
    {
        var own = RoomNamespace + room;
        var names = Site.GetTypes().Where(t => RoomOf(t) == room && !t.IsNested).Select(t => t.Namespace == own ? t.Name.Split('`')[0] : t.Namespace![(own.Length + 1)..].Split('.')[0]);
        return names.Where(n => !n.StartsWith('<')).Distinct().Select(Regex.Escape);
    }

    private static string? RoomOf(Type type) =>
        type.Namespace is { } name && name.StartsWith(RoomNamespace, StringComparison.Ordinal) ? name[RoomNamespace.Length..].Split('.')[0] : null;

    /// <summary>Every type in the declarations and local variables of a type; lambdas and iterators are nested types of their own.</summary>
    private static IEnumerable<Type> TypesIn(Type type)
    {
        const BindingFlags Own = BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static;
        var methods = type.GetMethods(Own).Cast<MethodBase>().Concat(type.GetConstructors(Own));
        return new[] { type.BaseType }.Concat(type.GetInterfaces())
            .Concat(type.GetFields(Own).Select(f => f.FieldType))
            .Concat(type.GetProperties(Own).Select(p => p.PropertyType))
            .Concat(methods.SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append((m as MethodInfo)?.ReturnType)
                .Concat(m.GetMethodBody()?.LocalVariables.Select(l => l.LocalType) ?? [])))
            .OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type) =>
        type.GetElementType() is { } element ? Parts(element) : type.GetGenericArguments().SelectMany(Parts).Append(type);
}
