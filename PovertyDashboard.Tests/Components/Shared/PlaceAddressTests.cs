using PovertyDashboard.Components.Shared.Places;

namespace PovertyDashboard.Tests.Components.Shared;

public sealed class PlaceAddressTests
{
    [Theory]
    [InlineData("/ledgers/problems?measure=problems.open&at=abc&row=7", 371590115000, "/ledgers/problems?region=371590115000&measure=problems.open")]
    [InlineData("/?region=371500000000", 371590115000, "/?region=371590115000")]
    [InlineData("/ledgers/problems?region=371590115000&q=%E9%82%93", null, "/ledgers/problems?q=%E9%82%93")]
    public void Another_place_replaces_the_first_and_forgets_page_and_row(string uri, long? region, string expected) =>
        Assert.Equal(expected, PlaceAddress.With(uri, region));

    [Fact]
    public void Links_of_the_menu_keep_the_place()
    {
        Assert.Equal("/ledgers/members?region=371590115000", PlaceAddress.Keep("http://localhost/?region=371590115000", "/ledgers/members"));
        Assert.Equal("/ledgers/members", PlaceAddress.Keep("http://localhost/", "/ledgers/members"));
        Assert.Equal("/x?region=1", PlaceAddress.Keep("http://localhost/?region=371590115000", "/x?region=1"));
    }

    [Fact]
    public void A_place_that_is_no_number_is_none() => Assert.Null(PlaceAddress.Of("/?region=abc"));
}
