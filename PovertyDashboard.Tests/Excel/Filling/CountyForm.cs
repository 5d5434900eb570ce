using PovertyDashboard.Tests.Attachments;

namespace PovertyDashboard.Tests.Excel.Filling;

/// <summary>
/// A form as a county sends it: logo and stamp, merged title, header of two rows, one row for the details (6), totals and signatures below,
/// a second sheet that sums the first, names, print set-up, formats and validations.
/// </summary>
internal static class CountyForm
{
    public const string Details = "明细 表", Summary = "汇总", FileName = "县扶贫办季度表.xlsx";

    /// <summary>The row that is repeated for each household.</summary>
    public const int Block = 6;

    public const string Pages = """
        <printOptions horizontalCentered="1"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="9" scale="85" orientation="landscape"/><headerFooter><oddHeader>&amp;C县扶贫办</oddHeader><oddFooter>&amp;C第 &amp;P 页 共 &amp;N 页</oddFooter></headerFooter>
        """;

    private const string Styles = """
        <numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
        <fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="18"/><name val="黑体"/></font></fonts>
        <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFDDEBF7"/></patternFill></fill></fills>
        <borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border></borders>
        <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
        <cellXfs count="7">
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>
        <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>
        <xf numFmtId="0" fontId="0" fillId="2" borderId="1" xfId="0" applyFill="1" applyBorder="1"/>
        <xf numFmtId="0" fontId="0" fillId="0" borderId="1" xfId="0" applyBorder="1"/>
        <xf numFmtId="4" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>
        <xf numFmtId="164" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>
        <xf numFmtId="10" fontId="0" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyBorder="1"/>
        </cellXfs><dxfs count="1"><dxf><font><b/></font></dxf></dxfs>
        """;

    private static readonly string DetailRows = $"""
        <sheetPr><pageSetUpPr fitToPage="0"/></sheetPr><dimension ref="A1:I9"/>
        <sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B8" sqref="B8"/></sheetView></sheetViews>
        <sheetFormatPr defaultRowHeight="15"/><cols><col min="1" max="1" width="6" customWidth="1"/><col min="2" max="9" width="14" customWidth="1"/></cols>
        <sheetData>
        <row r="1" ht="40" customHeight="1">{Text("A1", "季度帮扶情况统计表", 1)}</row>
        <row r="2">{Text("A2", "填报单位：")}<c r="B2" s="3"/>{Text("E2", "填报日期：")}<c r="F2" s="5"/></row>
        <row r="3">{Text("A3", "总户数：")}<c r="B3" s="3"/>{Text("C3", "合计：")}<c r="D3" s="4"><f>E7</f><v>0</v></c><c r="E3" s="6"/></row>
        <row r="4">{Text("A4", "序号", 2)}{Text("B4", "户主姓名", 2)}{Text("C4", "基本情况", 2)}<c r="D4" s="2"/>{Text("E4", "年人均纯收入（元）", 2)}{Text("F4", "识别日期", 2)}{Text("G4", "占比", 2)}{Text("H4", "备注", 2)}<c r="I4" s="2"/></row>
        <row r="5"><c r="A5" s="2"/><c r="B5" s="2"/>{Text("C5", "证件号码", 2)}{Text("D5", "家庭人口", 2)}<c r="E5" s="2"/><c r="F5" s="2"/><c r="G5" s="2"/><c r="H5" s="2"/><c r="I5" s="2"/></row>
        <row r="6" spans="1:9" ht="22.5" customHeight="1"><c r="A6" s="3"/><c r="B6" s="3"/><c r="C6" s="3"/><c r="D6" s="3"/><c r="E6" s="4"/><c r="F6" s="5"/><c r="G6" s="6"><f>IF(E$7=0,0,E6/E$7)</f><v>0</v></c>{Text("H6", "核对无误", 3)}<c r="I6" s="3"/></row>
        <row r="7" ht="30" customHeight="1">{Text("A7", "合计", 2)}<c r="B7" s="2"/><c r="C7" s="2"/><c r="D7" s="3"><f>SUM(D6:D6)</f><v>0</v></c><c r="E7" s="4"><f>SUM(E6)</f><v>0</v></c><c r="F7" s="3"/><c r="G7" s="6"><f>SUM(G6:G6)</f><v>0</v></c></row>
        <row r="8"><c r="E8" s="4"><f>E7*2</f><v>0</v></c></row>
        <row r="9">{Text("A9", "制表人：")}<c r="D9" s="3"/>{Text("F9", "负责人：")}</row>
        </sheetData>
        <mergeCells count="11"><mergeCell ref="A1:I1"/><mergeCell ref="A4:A5"/><mergeCell ref="B4:B5"/><mergeCell ref="C4:D4"/><mergeCell ref="E4:E5"/><mergeCell ref="F4:F5"/><mergeCell ref="G4:G5"/><mergeCell ref="H4:I5"/><mergeCell ref="H6:I6"/><mergeCell ref="A7:C7"/><mergeCell ref="A9:C9"/></mergeCells>
        <conditionalFormatting sqref="E6"><cfRule type="expression" dxfId="0" priority="1"><formula>$E6&gt;AVERAGE($E$6:$E$6)</formula></cfRule></conditionalFormatting>
        <conditionalFormatting sqref="A8:I9"><cfRule type="cellIs" dxfId="0" priority="2" operator="greaterThan"><formula>$E$7</formula></cfRule></conditionalFormatting>
        <dataValidations count="1"><dataValidation type="whole" allowBlank="1" sqref="D6"><formula1>0</formula1><formula2>20</formula2></dataValidation></dataValidations>
        {Pages}
        <rowBreaks count="1" manualBreakCount="1"><brk id="8" max="16383" man="1"/></rowBreaks>
        <drawing r:id="d1"/>
        """;

    private const string SummaryRows = """
        <dimension ref="A1:B4"/><sheetData>
        <row r="1"><c r="A1"><f>'明细 表'!E7</f><v>0</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f><v>0</v></c></row>
        <row r="2"><c r="A2"><f>SUM('明细 表'!E6:E6)</f><v>0</v></c><c r="B2"><f t="shared" si="0"/><v>0</v></c></row>
        <row r="3"><c r="A3"><f>合计额+COUNTA('明细 表'!B6:B6)</f><v>0</v></c><c r="B3"><f t="shared" si="0"/><v>0</v></c></row>
        <row r="4"><c r="A4" t="inlineStr"><is><t>说明 E7</t></is></c></row>
        </sheetData>
        """;

    public static RawXlsx Book() => new RawXlsx()
        .With("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/>
            <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>
            <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>
            <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>
            <Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/>
            <Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/></Types>
            """)
        .With("xl/_rels/workbook.xml.rels", RawXlsx.Relations(("s1", "worksheet", "worksheets/sheet1.xml"), ("s2", "worksheet", "worksheets/sheet2.xml"), ("y", "styles", "styles.xml"), ("c", "calcChain", "calcChain.xml")))
        .Without("xl/sharedStrings.xml")
        .WithWorkbook("""
            <bookViews><workbookView activeTab="0"/></bookViews><sheets><sheet name="明细 表" sheetId="1" r:id="s1"/><sheet name="汇总" sheetId="2" r:id="s2"/></sheets>
            <definedNames><definedName name="_xlnm.Print_Area" localSheetId="0">'明细 表'!$A$1:$I$9</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">'明细 表'!$4:$5</definedName><definedName name="合计额">'明细 表'!$E$7</definedName></definedNames><calcPr calcId="171027"/>
            """)
        .WithStyles(Styles)
        .WithSheet(DetailRows)
        .With("xl/worksheets/sheet2.xml", $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{SummaryRows}</worksheet>""")
        .With("xl/worksheets/_rels/sheet1.xml.rels", RawXlsx.Relations(("d1", "drawing", "../drawings/drawing1.xml")))
        .With("xl/drawings/_rels/drawing1.xml.rels", RawXlsx.Relations(("p1", "image", "../media/image1.png")))
        .With("xl/drawings/drawing1.xml", $"""
            <xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">{Picture(1, "twoCell", 0, 1)}{Picture(2, "oneCell", 6, 8)}</xdr:wsDr>
            """)
        .With("xl/media/image1.png", TestPictures.Png(8, 8))
        .With("xl/calcChain.xml", """<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="D7" i="1"/></calcChain>""");

    public static byte[] File => Book().ToBytes();

    public static string Text(string at, string text, int style = 0) => $"""<c r="{at}" s="{style}" t="inlineStr"><is><t>{text}</t></is></c>""";

    private static string Picture(int id, string editAs, int from, int to) => $"""
        <xdr:twoCellAnchor editAs="{editAs}"><xdr:from><xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{from}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{to}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to>
        <xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{id}" name="图 {id}"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="p1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9525" cy="9525"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic><xdr:clientData/></xdr:twoCellAnchor>
        """;
}
