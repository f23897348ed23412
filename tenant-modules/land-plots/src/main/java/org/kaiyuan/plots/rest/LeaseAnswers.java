package org.kaiyuan.plots.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.plots.LeaseDetails;
import org.kaiyuan.plots.LeaseDraft;
import org.kaiyuan.plots.LeaseExpiry;
import org.kaiyuan.plots.LeaseRow;
import org.kaiyuan.plots.LeaseState;
import org.kaiyuan.plots.LeaseTerms;
import org.kaiyuan.plots.OverdueRent;
import org.kaiyuan.plots.RentInstalment;
import org.kaiyuan.plots.RentInstalmentState;
import org.kaiyuan.plots.RentPayment;
import org.kaiyuan.plots.RentPaymentLine;
import org.kaiyuan.plots.RentSums;
import org.kaiyuan.plots.UnitId;

/** Forms of what the API of leases says. */
final class LeaseAnswers {
    private LeaseAnswers() {}

    /** A lease in a list. */
    record LeaseLine(
            UUID id,
            long version,
            String number,
            @Nullable UUID enterprise,
            String tenant,
            List<String> units,
            LocalDate fromDay,
            LocalDate lastDay,
            BigDecimal areaM2,
            BigDecimal rentYuanM2,
            LeaseState state,
            BigDecimal overdueYuan,
            boolean renewed,
            Instant updatedAt) {
        static LeaseLine of(LeaseRow r) {
            return new LeaseLine(
                    r.id().value(),
                    r.version(),
                    r.number(),
                    r.enterprise(),
                    r.tenant(),
                    r.units(),
                    r.fromDay(),
                    r.lastDay(),
                    r.areaM2(),
                    r.rentYuanM2(),
                    r.state(),
                    r.overdueYuan(),
                    r.renewed(),
                    r.updatedAt());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record LeaseList(List<LeaseLine> items, @Nullable String next) {}

    record RentFreeDays(
            @JsonProperty(required = true) LocalDate fromDay,
            @JsonProperty(required = true) LocalDate toDay) {}

    record RentStep(
            @JsonProperty(required = true) LocalDate fromDay,
            @JsonProperty(required = true) BigDecimal rentYuanM2) {}

    record RentGrowth(
            @JsonProperty(required = true) BigDecimal percent,
            @JsonProperty(required = true) int everyMonths) {}

    /** What was agreed on the rent. */
    record RentTerms(
            @JsonProperty(required = true) LocalDate toDay,
            @JsonProperty(required = true) BigDecimal rentYuanM2,
            @Nullable BigDecimal depositYuan,
            @Nullable List<RentFreeDays> free,
            @Nullable List<RentStep> steps,
            @Nullable RentGrowth growth,
            @JsonProperty(required = true) int intervalMonths,
            @JsonProperty(required = true) int dueDay) {
        LeaseTerms terms() {
            return new LeaseTerms(
                    toDay,
                    rentYuanM2,
                    depositYuan,
                    free == null
                            ? List.of()
                            : free.stream()
                                    .map(f -> new LeaseTerms.FreeDays(f.fromDay(), f.toDay()))
                                    .toList(),
                    steps == null
                            ? List.of()
                            : steps.stream()
                                    .map(s -> new LeaseTerms.Step(s.fromDay(), s.rentYuanM2()))
                                    .toList(),
                    growth == null
                            ? null
                            : new LeaseTerms.Growth(growth.percent(), growth.everyMonths()),
                    intervalMonths,
                    dueDay);
        }

        static RentTerms of(LeaseTerms t) {
            return new RentTerms(
                    t.toDay(),
                    t.rentYuanM2(),
                    t.depositYuan(),
                    t.free().stream().map(f -> new RentFreeDays(f.fromDay(), f.toDay())).toList(),
                    t.steps().stream().map(s -> new RentStep(s.fromDay(), s.rentYuanM2())).toList(),
                    t.growth() == null
                            ? null
                            : new RentGrowth(t.growth().percent(), t.growth().everyMonths()),
                    t.intervalMonths(),
                    t.dueDay());
        }
    }

    /** A lease to be signed. */
    record NewLeaseBody(
            @JsonProperty(required = true) String number,
            @Nullable UUID enterprise,
            @Nullable String tenant,
            @JsonProperty(required = true) Set<UUID> units,
            @JsonProperty(required = true) LocalDate fromDay,
            @JsonProperty(required = true) RentTerms terms,
            @Nullable String note) {
        LeaseDraft draft() {
            return new LeaseDraft(
                    number,
                    enterprise,
                    tenant,
                    units.stream().map(UnitId::new).collect(Collectors.toSet()),
                    fromDay,
                    terms.terms(),
                    note);
        }
    }

    /** What may be changed of a lease. */
    record LeaseBody(
            @JsonProperty(required = true) String number,
            @Nullable UUID enterprise,
            @Nullable String tenant,
            @JsonProperty(required = true) RentTerms terms,
            @Nullable String note) {}

    record LeaseRenewalBody(
            @JsonProperty(required = true) String number,
            @JsonProperty(required = true) RentTerms terms,
            @Nullable String note) {}

    record LeaseEndBody(
            @JsonProperty(required = true) LocalDate lastDay,
            @JsonProperty(required = true) LocalDate settledOn,
            @JsonProperty(required = true) String reason) {}

    record LeasedUnitAnswer(
            UUID id, UUID building, String buildingName, String number, BigDecimal areaM2) {}

    record RentSumsAnswer(
            BigDecimal total,
            BigDecimal fallen,
            BigDecimal paid,
            BigDecimal overdue,
            BigDecimal credit) {
        static RentSumsAnswer of(RentSums s) {
            return new RentSumsAnswer(s.total(), s.fallen(), s.paid(), s.overdue(), s.credit());
        }
    }

    /** A lease in full. */
    record LeaseWhole(
            UUID id,
            long version,
            String number,
            @Nullable UUID enterprise,
            String tenant,
            List<LeasedUnitAnswer> units,
            LocalDate fromDay,
            RentTerms terms,
            BigDecimal areaM2,
            LeaseState state,
            @Nullable UUID renews,
            @Nullable UUID renewedBy,
            @Nullable LeaseEndBody end,
            RentSumsAnswer sums,
            @Nullable String note) {
        static LeaseWhole of(LeaseDetails d) {
            return new LeaseWhole(
                    d.id().value(),
                    d.version(),
                    d.number(),
                    d.enterprise(),
                    d.tenant(),
                    d.units().stream()
                            .map(u ->
                                    new LeasedUnitAnswer(
                                            u.id().value(),
                                            u.building().value(),
                                            u.buildingName(),
                                            u.number(),
                                            u.areaM2()))
                            .toList(),
                    d.fromDay(),
                    RentTerms.of(d.terms()),
                    d.areaM2(),
                    d.state(),
                    FloorAnswers.value(d.renews()),
                    FloorAnswers.value(d.renewedBy()),
                    d.end() == null
                            ? null
                            : new LeaseEndBody(
                                    d.end().lastDay(), d.end().settledOn(), d.end().reason()),
                    RentSumsAnswer.of(d.sums()),
                    d.note());
        }
    }

    record RentInstalmentAnswer(
            LocalDate fromDay,
            LocalDate toDay,
            LocalDate dueOn,
            BigDecimal amountYuan,
            BigDecimal paidYuan,
            RentInstalmentState state) {
        static RentInstalmentAnswer of(RentInstalment i) {
            return new RentInstalmentAnswer(
                    i.fromDay(), i.toDay(), i.dueOn(), i.amountYuan(), i.paidYuan(), i.state());
        }
    }

    record RentInstalmentList(List<RentInstalmentAnswer> items) {}

    record RentPaymentBody(
            @JsonProperty(required = true) String reference,
            @JsonProperty(required = true) BigDecimal amountYuan,
            @JsonProperty(required = true) LocalDate paidOn,
            @Nullable String note) {
        RentPayment payment() {
            return new RentPayment(reference, amountYuan, paidOn, note);
        }
    }

    record RentPaymentAnswer(
            UUID id,
            String reference,
            BigDecimal amountYuan,
            LocalDate paidOn,
            @Nullable String note,
            Instant madeAt,
            String madeBy) {
        static RentPaymentAnswer of(RentPaymentLine p) {
            return new RentPaymentAnswer(
                    p.id(),
                    p.reference(),
                    p.amountYuan(),
                    p.paidOn(),
                    p.note(),
                    p.madeAt(),
                    p.madeBy());
        }
    }

    record RentPaymentList(List<RentPaymentAnswer> items) {}

    record RentOverdueAnswer(
            UUID lease,
            String number,
            String tenant,
            LocalDate fromDay,
            LocalDate toDay,
            LocalDate dueOn,
            BigDecimal amountYuan,
            BigDecimal openYuan,
            int days) {
        static RentOverdueAnswer of(OverdueRent r) {
            return new RentOverdueAnswer(
                    r.lease().value(),
                    r.number(),
                    r.tenant(),
                    r.fromDay(),
                    r.toDay(),
                    r.dueOn(),
                    r.amountYuan(),
                    r.openYuan(),
                    r.days());
        }
    }

    /** A page; {@code next} is null on the last one. */
    record RentOverdueList(List<RentOverdueAnswer> items, @Nullable String next) {}

    /** @param month such as 2027-03 */
    record ExpiryMonth(String month, int leases, int renewed, BigDecimal areaM2) {}

    record ExpiryAnswer(List<ExpiryMonth> months, List<LeaseLine> items) {
        static ExpiryAnswer of(LeaseExpiry e) {
            return new ExpiryAnswer(
                    e.months().stream()
                            .map(m ->
                                    new ExpiryMonth(
                                            m.month().toString(),
                                            m.leases(),
                                            m.renewed(),
                                            m.areaM2()))
                            .toList(),
                    e.leases().stream().map(LeaseLine::of).toList());
        }
    }
}
