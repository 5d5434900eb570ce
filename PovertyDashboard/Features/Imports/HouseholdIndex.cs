using Microsoft.EntityFrameworkCore;
using PovertyDashboard.Data;
using PovertyDashboard.Ledgers;
using PovertyDashboard.Regions;

namespace PovertyDashboard.Features.Imports;

/// <summary>The households of the places of a file, by number, by village and name, and by id.</summary>
public sealed class HouseholdIndex
{
    private readonly Dictionary<string, HouseholdKey> _byNumber = [];
    private readonly Dictionary<long, HouseholdKey> _byId = [];
    private readonly Dictionary<(long Village, string Name), long?> _byName = [];

    public static async Task<HouseholdIndex> LoadAsync(AppDbContext db, HouseholdKeys households, IEnumerable<long> townships, CancellationToken ct)
    {
        var index = new HouseholdIndex();
        foreach (var township in townships.Distinct())
        {
            var range = RegionKey.Subtree(township);
            foreach (var household in await households(db).Where(h => h.Region >= range.Lo && h.Region < range.Hi).ToListAsync(ct))
            {
                (index._byNumber[household.Number], index._byId[household.Id]) = (household, household);
                // Two of the same name in one village: nobody guesses, the row stays unlinked.
                index._byName[(household.Region, household.HeadName)] = index._byName.ContainsKey((household.Region, household.HeadName)) ? null : household.Id;
            }
        }

        return index;
    }

    public HouseholdKey? ByNumber(string number) => _byNumber.GetValueOrDefault(number);

    public string? NumberOf(long id) => _byId.GetValueOrDefault(id)?.Number;

    public long? ByName(long village, string name) => _byName.GetValueOrDefault((village, name));
}
