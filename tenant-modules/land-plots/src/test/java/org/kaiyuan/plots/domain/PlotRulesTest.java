package org.kaiyuan.plots.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kaiyuan.plots.PlotFieldsRefused;
import org.kaiyuan.plots.PlotFilter;
import org.kaiyuan.plots.PlotProfile;
import org.kaiyuan.plots.PlotQuestion;

class PlotRulesTest {
    @Test
    void what_the_register_cannot_keep_is_refused_before_it_gets_there() {
        assertThat(refused(plot("0.001", "0", List.of(), null)))
                .containsExactly("declaredM2 plots.rule.nothing", "mostHeightM plots.rule.nothing");
        assertThat(
                        refused(
                                plot(
                                        null,
                                        null,
                                        List.of(share("100101", "100"), share("0901", "0.001")),
                                        null)))
                .containsExactly("shares[1].percent plots.rule.nothing");
    }

    @Test
    @SuppressWarnings("NullAway") // as it comes from outside
    void a_share_without_percent_is_told() {
        assertThat(
                        refused(
                                plot(
                                        null,
                                        null,
                                        List.of(
                                                share("100101", "100"),
                                                new PlotProfile.UseShare("0901", null)),
                                        null)))
                .containsExactly("shares[1].percent plots.rule.required");
    }

    @Test
    void numbers_that_nobody_writes_are_refused_before_they_fill_the_memory() {
        for (var odd : List.of("1e600000000", "1e-600000000")) {
            assertThat(refused(plot(odd, odd, List.of(), odd)))
                    .contains(
                            "declaredM2 plots.rule.digits",
                            "mostHeightM plots.rule.digits",
                            "taxYuanM2 plots.rule.digits");
            var asked = PlotQuestion.read("areaFrom=" + odd + "&areaTo=" + odd);
            assertThat(asked.filter().leastM2()).isNull();
            assertThat(asked.filter().mostM2()).isNull();
            var bounded =
                    new PlotFilter(null, Set.of(), null, new BigDecimal(odd), null, null, null);
            assertThat(Objects.requireNonNull(bounded.leastM2()).toPlainString())
                    .hasSizeLessThan(60);
        }
    }

    @Test
    void shares_are_kept_in_the_order_of_their_codes() {
        var checked =
                PlotRules.checked(
                        plot(
                                null,
                                null,
                                List.of(share("100102", "40"), share("100101", "60")),
                                null));

        assertThat(checked.shares())
                .extracting(PlotProfile.UseShare::useCode)
                .containsExactly("100101", "100102");
    }

    private static List<String> refused(PlotProfile profile) {
        return catchThrowableOfType(PlotFieldsRefused.class, () -> PlotRules.checked(profile))
                .fields()
                .stream()
                .map(fault -> fault.field() + " " + fault.messageKey())
                .filter(fault -> !fault.endsWith("tooMuch"))
                .toList();
    }

    private static PlotProfile.UseShare share(String code, String percent) {
        return new PlotProfile.UseShare(code, new BigDecimal(percent));
    }

    private static PlotProfile plot(
            @Nullable String declared,
            @Nullable String height,
            List<PlotProfile.UseShare> shares,
            @Nullable String tax) {
        return new PlotProfile(
                "A-01",
                "甲地块",
                "100101",
                shares,
                number(declared),
                null,
                null,
                null,
                null,
                null,
                number(height),
                null,
                null,
                null,
                number(tax),
                null,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
