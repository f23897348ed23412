package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.InvestmentWay;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadRow;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.LeadState;
import org.kaiyuan.leads.LeadWish;
import org.kaiyuan.plots.domain.PlotFacts;

/** Leads and places for tests of matching. */
public final class MatchSamples {
    public static final LocalDate TODAY = LocalDate.of(2027, 3, 1);

    private MatchSamples() {}

    /** What a lead wants; nothing but what is said. */
    public static final class Wish {
        private @Nullable BigDecimal land;
        private @Nullable BigDecimal floor;
        private @Nullable String code = "C3974";
        private @Nullable String leading = "电子信息产业";
        private @Nullable LocalDate by;
        private @Nullable BigDecimal power;
        private @Nullable BigDecimal gas;
        private @Nullable BigDecimal height;
        private @Nullable BigDecimal load;
        private @Nullable BigDecimal investment;
        private @Nullable BigDecimal tax;
        private boolean chemical;
        private @Nullable Integer river;
        private @Nullable Boolean park;
        private final LeadId id = LeadId.next();

        public Wish land(String m2) {
            land = new BigDecimal(m2);
            return this;
        }

        public Wish floor(String m2) {
            floor = new BigDecimal(m2);
            return this;
        }

        public Wish industry(@Nullable String code, @Nullable String leading) {
            this.code = code;
            this.leading = leading;
            return this;
        }

        public Wish by(LocalDate day) {
            by = day;
            return this;
        }

        public Wish power(String kva) {
            power = new BigDecimal(kva);
            return this;
        }

        public Wish gas(String m3) {
            gas = new BigDecimal(m3);
            return this;
        }

        public Wish height(String metres) {
            height = new BigDecimal(metres);
            return this;
        }

        public Wish load(String tonnes) {
            load = new BigDecimal(tonnes);
            return this;
        }

        public Wish promises(String investment, String tax) {
            this.investment = new BigDecimal(investment);
            this.tax = new BigDecimal(tax);
            return this;
        }

        public Wish chemical(@Nullable Integer river, @Nullable Boolean park) {
            chemical = true;
            this.river = river;
            this.park = park;
            return this;
        }

        public LeadWish wish() {
            return new LeadWish(
                    new LeadRow(
                            id,
                            "DY-1",
                            "某项目",
                            null,
                            LeadStage.NEGOTIATION,
                            LeadState.ACTIVE,
                            InvestmentWay.CHAIN,
                            leading,
                            null,
                            code,
                            null,
                            land,
                            floor,
                            null,
                            null,
                            false,
                            null,
                            null,
                            null,
                            null,
                            null,
                            Instant.EPOCH,
                            null,
                            TODAY,
                            null,
                            Instant.EPOCH,
                            1,
                            List.of()),
                    by,
                    power,
                    null,
                    gas,
                    null,
                    height,
                    load,
                    investment,
                    tax,
                    chemical,
                    river,
                    park);
        }
    }

    public static PlotRow row(String m2, PlotState state, String useCode) {
        return new PlotRow(
                PlotId.next(),
                "A-01",
                "甲地块",
                useCode,
                state,
                TODAY,
                new BigDecimal(m2),
                null,
                null,
                false,
                Instant.EPOCH,
                1);
    }

    public static PlotFacts plot(PlotRow row, Set<Utility> utilities, String... industries) {
        return new PlotFacts(
                row,
                LandUses.isIndustrial(row.useCode()) ? new BigDecimal("100") : BigDecimal.ZERO,
                utilities,
                Set.of(industries),
                null,
                null,
                null,
                null,
                0);
    }

    /** As it is, but held by a lead. */
    public static PlotFacts held(PlotFacts p, LeadId by, LocalDate until, int waiting) {
        return new PlotFacts(
                p.row(),
                p.industrialPercent(),
                p.utilities(),
                p.industries(),
                p.investmentYuanM2(),
                p.taxYuanM2(),
                by.value(),
                until,
                waiting);
    }

    /** As it is, but with a standard, yuan per m². */
    public static PlotFacts asking(PlotFacts p, String investment, String tax) {
        return new PlotFacts(
                p.row(),
                p.industrialPercent(),
                p.utilities(),
                p.industries(),
                new BigDecimal(investment),
                new BigDecimal(tax),
                p.holder(),
                p.heldUntil(),
                p.waiting());
    }

    public static UnitRow unit(UnitProfile profile, UnitState state) {
        return new UnitRow(
                UnitId.next(),
                BuildingId.next(),
                "1号",
                "一号楼",
                profile,
                state,
                null,
                null,
                null,
                null,
                Instant.EPOCH,
                1);
    }

    public static MatchReason reason(List<MatchReason> reasons, String key) {
        return Objects.requireNonNull(
                reasons.stream()
                        .filter(one -> one.key().equals("plots.match." + key))
                        .findFirst()
                        .orElse(null),
                () -> key + " is not among " + reasons);
    }
}
