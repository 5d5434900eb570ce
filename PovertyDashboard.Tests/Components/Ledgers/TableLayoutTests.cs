using PovertyDashboard.Components.Shared.Ledgers;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;
using PovertyDashboard.Tests.Ledgers;

namespace PovertyDashboard.Tests.Components.Ledgers;

public sealed class TableLayoutTests
{
    private static readonly IReadOnlyList<Column> All = SampleLedger.Ledger.Columns;

    [Fact]
    public void The_number_opens_the_row_and_stands_still_alone_in_its_own_width()
    {
        var layout = TableLayout.Of(All);

        Assert.Equal("Number", layout.Link!.Key);
        Assert.Equal("left:44px", layout.StyleOf(layout.Link));
        Assert.Null(layout.StyleOf(SampleLedger.Column("Name")));
    }

    [Fact]
    public void A_place_before_the_name_stands_still_beside_it()
    {
        var layout = TableLayout.Of([SampleLedger.Column("Region.Village"), SampleLedger.Column("Name"), SampleLedger.Column("Kind")]);

        Assert.Equal(("Name", "left:44px;min-width:148px;max-width:148px", "left:192px;min-width:100px;max-width:100px"),
            (layout.Link!.Key, layout.StyleOf(SampleLedger.Column("Region.Village")), layout.StyleOf(SampleLedger.Column("Name"))));
    }

    [Fact]
    public void A_name_far_to_the_right_stands_still_alone()
    {
        var layout = TableLayout.Of([SampleLedger.Column("Note"), SampleLedger.Column("Kind"), SampleLedger.Column("Health"), SampleLedger.Column("Name")]);

        Assert.Equal("left:44px", layout.StyleOf(SampleLedger.Column("Name")));
        Assert.False(layout.IsSticky(SampleLedger.Column("Note")));
    }

    [Fact]
    public void Masked_numbers_do_not_open_rows() =>
        Assert.Equal("Kind", TableLayout.Of([SampleLedger.Column("Kind"), SampleLedger.Column("IdNumber")]).Link!.Key);

    [Fact]
    public void Upper_places_are_shown_only_where_they_differ()
    {
        var settings = new LedgerSettings();

        Assert.Equal(["县", "乡镇", "村"], Places(RegionLevel.City));
        Assert.Equal(["乡镇", "村"], Places(RegionLevel.County));
        Assert.Equal(["村"], Places(RegionLevel.Township));

        IEnumerable<string> Places(RegionLevel level) => settings.Visible(All, level).Where(c => c.Place is not null).Select(c => c.Header);
    }

    [Fact]
    public void Chosen_columns_keep_their_order_and_forget_what_is_gone()
    {
        var settings = new LedgerSettings { Columns = ["Amount", "Gone", "Number"] };

        Assert.Equal(["Amount", "Number"], settings.Visible(All, RegionLevel.Township).Select(c => c.Key));
        Assert.NotEmpty(new LedgerSettings { Columns = ["Gone"] }.Visible(All, RegionLevel.Township));
    }

    [Fact]
    public void Neighbouring_columns_of_a_group_share_a_head()
    {
        var groups = TableLayout.GroupsOf([SampleLedger.Column("Number"), SampleLedger.Column("Name"), SampleLedger.Column("Heads"), SampleLedger.Column("Kind")]);

        Assert.Equal([("基本情况", 2), (null, 1), ("基本情况", 1)], groups.Select(g => (g.Title, g.Members.Count)));
        Assert.Empty(TableLayout.GroupsOf([SampleLedger.Column("Heads")]));
    }
}
