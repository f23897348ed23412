package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.testing.TestServers;

/** Buildings, units and leases for tests. */
final class FloorSamples {
    private FloorSamples() {}

    static void clear(TestServers servers) throws Exception {
        try (var owner = servers.asOwner();
                var sql = owner.createStatement()) {
            sql.execute("truncate plots.building, plots.lease cascade");
        }
    }

    static BuildingProfile building(String number, int... levels) {
        var floors =
                java.util.Arrays.stream(levels)
                        .mapToObj(level ->
                                new BuildingProfile.Floor(level, new BigDecimal("2000.00")))
                        .toList();
        return BuildingProfile.named(number, number + " 栋", floors);
    }

    static UnitProfile unit(int level, String number, String area) {
        return UnitProfile.vacant(level, number, new BigDecimal(area));
    }

    static LeaseDraft lease(
            String number, String tenant, LocalDate from, LeaseTerms terms, UnitId... units) {
        return new LeaseDraft(number, null, tenant, Set.of(units), from, terms, null);
    }

    /** 20 yuan per m² and month, paid by month. */
    static LeaseTerms until(LocalDate to) {
        return LeaseTerms.flat(to, new BigDecimal("20.0000"), 1);
    }

    static LeaseTerms rent(LeaseTerms terms, String rent) {
        return new LeaseTerms(
                terms.toDay(),
                new BigDecimal(rent),
                terms.depositYuan(),
                terms.free(),
                terms.steps(),
                terms.growth(),
                terms.intervalMonths(),
                terms.dueDay());
    }

    static RentPayment payment(String reference, String amount, @Nullable LocalDate day) {
        return new RentPayment(
                reference, new BigDecimal(amount), day == null ? LocalDate.now() : day, null);
    }

    static List<BigDecimal> paid(List<RentInstalment> instalments) {
        return instalments.stream().map(RentInstalment::paidYuan).toList();
    }
}
