using PovertyDashboard.Excel.Filling;
using PovertyDashboard.Excel.Reading;
using PovertyDashboard.Features.Forms;
using PovertyDashboard.Features.Households;
using PovertyDashboard.Tests.Excel.Filling;

namespace PovertyDashboard.Tests.Features.Forms;

/// <summary>One click puts the ledger's columns under the headers that name them; layouts keep what they are told.</summary>
public sealed class FormHeadersTests
{
    private static readonly FormBlock Block = new(CountyForm.Details, CountyForm.Block, "households", "");
    private static readonly FormSheet Sheet = FormBook.Read(CountyForm.File, CountyForm.FileName, ReadLimits.Web, CancellationToken.None)[0];

    [Fact]
    public void Columns_are_found_by_the_headers_of_two_rows_and_a_formula_keeps_its_cell()
    {
        var found = FormHeaders.Suggest(Sheet, Block, FormLayout.Empty, HouseholdLedger.Ledger.Columns);

        Assert.Equal([(0, PlacementKind.Number, ""), (1, PlacementKind.Column, "HeadName"), (3, PlacementKind.Column, "Size")], found.Where(p => p.Column is 0 or 1 or 3).Select(p => (p.Column, p.Kind, p.Key)));
        Assert.DoesNotContain(found, p => p.Column is 6 or 8);
        Assert.All(found, p => Assert.True(p.IsAt(CountyForm.Details, CountyForm.Block, p.Column)));
    }

    [Fact]
    public void What_is_placed_is_not_suggested_again()
    {
        var layout = FormLayout.Empty.With(Block).With(new Placement(CountyForm.Details, 6, 1, PlacementKind.Column, "HeadName"), new Placement(CountyForm.Details, 6, 7, PlacementKind.Column, "Size"), new Placement(CountyForm.Details, 6, 0, PlacementKind.Number, ""));
        Assert.DoesNotContain(FormHeaders.Suggest(Sheet, Block, layout, HouseholdLedger.Ledger.Columns), p => p.Column is 0 or 1 or 3 or 7);
    }

    [Fact]
    public void A_header_merged_over_two_rows_is_one_and_a_group_stands_above_its_columns()
    {
        Assert.Equal(("基本情况", "证件号码"), FormHeaders.HeaderAt(Sheet, 6, 2));
        Assert.Equal(("总户数：", "户主姓名"), (FormHeaders.HeaderAt(Sheet, 6, 0).Group, FormHeaders.HeaderAt(Sheet, 6, 1).Header));
        Assert.Equal(("", ""), FormHeaders.HeaderAt(Sheet, 6, 8));
        Assert.Equal(("", ""), FormHeaders.HeaderAt(Sheet, 1, 0));
    }

    [Fact]
    public void A_layout_reads_back_and_another_block_takes_the_place_of_the_first()
    {
        var layout = FormLayout.Read(FormStore.Layout.Write());
        Assert.Equal(FormStore.Layout.Placements, layout.Placements);
        Assert.Equal(FormStore.Layout.Blocks, layout.Blocks);
        Assert.Equal(FormLayout.Empty, FormLayout.Read(""));

        Assert.Equal(layout.Count, layout.With(layout.Blocks[0] with { Measure = "" }).Count);
        var moved = layout.With(new FormBlock(CountyForm.Details, 9, "households", ""));
        Assert.Equal((9, 5), (Assert.Single(moved.Blocks).Row, moved.Count));
        Assert.Equal(6, layout.WithoutBlock(CountyForm.Details).Count);
    }
}
