using PovertyDashboard.Excel.Filling;

namespace PovertyDashboard.Tests.Excel.Filling;

/// <summary>Formulas follow the rows that are put in below a block row, and nothing in them that only looks like a reference changes.</summary>
public sealed class FormulaShiftTests
{
    // Row 6 of 明细 becomes rows 6 to 15.
    private static readonly RowGrowth Block = new("明细", 6, 9), Quoted = new("表 一's", 3, 2);
    private static readonly FormulaShift Shift = new([Block, Quoted]);

    [Theory]
    [InlineData("SUM(E6:E6)", "SUM(E6:E15)")]
    [InlineData("SUM(E6)", "SUM(E6:E15)")]
    [InlineData("sum($E$6)/2", "sum($E$6:$E$15)/2")]
    [InlineData("SUBTOTAL(9,E6:F6)", "SUBTOTAL(9,E6:F15)")]
    [InlineData("SUM(E2:E6)", "SUM(E2:E15)")]
    [InlineData("SUM(E6:E2)", "SUM(E2:E15)")]
    [InlineData("SUM(E6:E8)", "SUM(E6:E17)")]
    [InlineData("SUM(E$6:E$6)", "SUM(E$6:E$15)")]
    [InlineData("E6", "E6")]
    [InlineData("ROUND(E6,2)", "ROUND(E6,2)")]
    [InlineData("ROUND(SUM(E6),2)", "ROUND(SUM(E6:E15),2)")]
    [InlineData("E5+E7", "E5+E16")]
    [InlineData("$E$7*F$8", "$E$16*F$17")]
    [InlineData("IF(A7>0,\"E7:E8\",B7)", "IF(A16>0,\"E7:E8\",B16)")]
    [InlineData("\"说 \"\"E7\"\"\"&E7", "\"说 \"\"E7\"\"\"&E16")]
    [InlineData("LOG10(E7)", "LOG10(E16)")]
    [InlineData("SUM(A:A)+SUM($B:$C)", "SUM(A:A)+SUM($B:$C)")]
    [InlineData("SUM(6:6)", "SUM(6:15)")]
    [InlineData("SUM(5:5)+SUM($7:$8)", "SUM(5:5)+SUM($16:$17)")]
    [InlineData("TRUE+ABC+率7+_E7+E7x", "TRUE+ABC+率7+_E7+E7x")]
    [InlineData("1E7+7.5+E7%", "1E7+7.5+E16%")]
    [InlineData("合计!E7+明细!E7+明细!$E$6:E7", "合计!E7+明细!E16+明细!$E$6:E16")]
    [InlineData("'明细'!E7+'表 一''s'!B4+'表 一''s'!B3", "'明细'!E16+'表 一''s'!B6+'表 一''s'!B3")]
    [InlineData("[1]明细!E7+'[账.xlsx]明细'!E7:E8", "[1]明细!E7+'[账.xlsx]明细'!E7:E8")]
    [InlineData("SUM(一月:明细!E7)+SUM(Q1:Q4!E7:E8)+SUM('一月:明细'!E7)", "SUM(一月:明细!E7)+SUM(Q1:Q4!E7:E8)+SUM('一月:明细'!E7)")]
    [InlineData("SUM(表1[金额])+表1[[#Totals],[E7]]", "SUM(表1[金额])+表1[[#Totals],[E7]]")]
    [InlineData("#REF!+E7+明细!#REF!", "#REF!+E16+明细!#REF!")]
    [InlineData("XFE7+XFD7+AAAA7", "XFE7+XFD16+AAAA7")]
    [InlineData("E1048576+SUM(E7:E1048576)+E0", "E1048576+SUM(E16:E1048576)+E0")]
    [InlineData("SUM(E5 E7:F7,{1,2;3,4})", "SUM(E5 E16:F16,{1,2;3,4})")]
    [InlineData("E6:INDEX(E:E,7)", "E6:INDEX(E:E,7)")]
    public void Outside_the_block_everything_below_moves_and_what_ends_on_the_block_row_takes_it_in(string formula, string adjusted) =>
        Assert.Equal(adjusted, Shift.Outside(formula, "明细"));

    [Theory]
    [InlineData("E7+SUM(E6:E6)", "E7+SUM(E6:E6)")]
    [InlineData("明细!E7+SUM(明细!E6:E6)", "明细!E16+SUM(明细!E6:E15)")]
    public void A_formula_of_another_sheet_follows_only_what_it_names(string formula, string adjusted) => Assert.Equal(adjusted, Shift.Outside(formula, "合计"));

    [Fact]
    public void A_name_of_the_workbook_belongs_to_no_sheet() =>
        Assert.Equal("明细!$A$1:$H$29,明细!$A:$B,明细!$1:$5,$A$7", Shift.Outside("明细!$A$1:$H$20,明细!$A:$B,明细!$1:$5,$A$7", null));

    [Theory]
    [InlineData("E6*F6", "E8*F8")]
    [InlineData("E6/E7", "E8/E16")]
    [InlineData("E6/SUM(E$6:E$6)", "E8/SUM(E$6:E$15)")]
    [InlineData("SUM(E$6:E6)", "SUM(E$6:E8)")]
    [InlineData("SUM(B6:D6)", "SUM(B8:D8)")]
    [InlineData("ROW()-5+B3+$B$3", "ROW()-5+B3+$B$3")]
    [InlineData("SUM(6:6)", "SUM(8:8)")]
    [InlineData("'表 一''s'!B4*明细!E6", "'表 一''s'!B6*明细!E8")]
    public void In_the_third_row_of_the_block_its_own_row_is_the_third(string formula, string adjusted) => Assert.Equal(adjusted, Shift.Inside(formula, Block, 2));

    [Theory]
    [InlineData("A1+$A$1+A$1+$A1", "C4+$A$1+C$1+$A4")]
    [InlineData("SUM(A1:B2,C:C,3:3)", "SUM(C4:D5,E:E,6:6)")]
    [InlineData("XFD1+合计!A1", "#REF!+合计!C4")]
    public void A_shared_formula_is_written_out_for_each_of_its_cells(string formula, string moved) => Assert.Equal(moved, FormulaText.Moved(formula, 3, 2));

    [Fact]
    public void Whatever_a_formula_says_it_comes_through_without_a_fault()
    {
        foreach (var odd in new[] { "", "\"", "'", "[", "(((", ")))", "#", "$", "$$5", "A:", ":A1", "A1:", "!", "'a'!", "E6::E7", "\ud83d\ude00!E7", "$A$", "A$$1" })
            Assert.Equal(odd, FormulaText.Map(odd, r => r));
    }
}
