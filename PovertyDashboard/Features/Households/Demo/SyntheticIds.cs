using System.Globalization;
using PovertyDashboard.Ledgers;

namespace PovertyDashboard.Features.Households.Demo;

/// <summary>Synthetic identity numbers of the area 371599, which does not exist, so that they are nobody's; none is given twice.</summary>
internal sealed class SyntheticIds(Random random, ISet<string> taken)
{
    private const string Area = "371599";

    public string Next(DateOnly bornOn, bool male)
    {
        while (true)
        {
            // The 17th digit is odd for men.
            var order = random.Next(0, 500) * 2 + (male ? 1 : 0);
            var body = string.Create(CultureInfo.InvariantCulture, $"{Area}{bornOn:yyyyMMdd}{order:000}");
            var number = body + PersonIdNumber.CheckDigit(body);
            if (taken.Add(number)) return number;
        }
    }
}
