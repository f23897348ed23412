package org.kaiyuan.leads;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement says.
 *
 * @param parties names of who signs, the zone's body too
 * @param taxPerMuYuan promised tax, yuan for one 亩 and year
 * @param startOn when building begins
 */
public record AgreementNote(
        AgreementKind kind,
        String title,
        List<String> parties,
        @Nullable BigDecimal amountYuan,
        @Nullable BigDecimal promisedInvestmentYuan,
        @Nullable BigDecimal taxPerMuYuan,
        LocalDate signedOn,
        @Nullable LocalDate startOn,
        @Nullable LocalDate productionOn) {
    public AgreementNote {
        parties = List.copyOf(parties);
    }
}
