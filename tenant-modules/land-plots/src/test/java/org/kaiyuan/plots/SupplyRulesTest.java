package org.kaiyuan.plots;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupplyRulesTest {
    @Test
    void what_a_zone_decides_is_kept_as_it_is_shown() {
        var d = SupplyRules.DEFAULT;
        var decided =
                new SupplyRules(
                        true,
                        d.mostFlexibleYears(),
                        d.leastLeaseYears(),
                        d.mostLeaseYears(),
                        d.mostFirstLeaseYears(),
                        List.of(7, 30, 7),
                        new BigDecimal("59.995"),
                        new BigDecimal("120.00005"),
                        d.lowOutputYuanM2(),
                        new BigDecimal("0.795"),
                        d.lowInvestmentYuanM2(),
                        d.partlyPercent(),
                        d.stockPercent());

        assertThat(decided.checked())
                .satisfies(rules -> {
                    assertThat(rules.remindDays()).containsExactly(30, 7);
                    assertThat(rules.lowPercent()).isEqualTo("60.00");
                    assertThat(rules.lowTaxYuanM2()).isEqualTo("120.0001");
                    assertThat(rules.lowFloorRatio()).isEqualTo("0.80");
                });
    }
}
