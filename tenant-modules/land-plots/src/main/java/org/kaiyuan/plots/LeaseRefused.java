package org.kaiyuan.plots;

import java.math.BigDecimal;
import org.kaiyuan.platform.refusal.Refusal;

/** Something cannot be done with a lease: the sentence says why. */
public final class LeaseRefused extends Refusal {
    private LeaseRefused(String why, Object... arguments) {
        super("plots.refusal.lease." + why, arguments);
    }

    /** It was ended early, and is what it is. */
    public static LeaseRefused ended() {
        return new LeaseRefused("ended");
    }

    /** Another lease follows it already. */
    public static LeaseRefused renewed() {
        return new LeaseRefused("renewed");
    }

    /** Money was booked on it, so it cannot be withdrawn. */
    public static LeaseRefused paid() {
        return new LeaseRefused("paid");
    }

    /** The number of the receipt stands for another payment of this lease. */
    public static LeaseRefused reference(String reference) {
        return new LeaseRefused("reference", reference);
    }

    /** More would be paid back than was paid. */
    public static LeaseRefused paidBack(BigDecimal paid) {
        return new LeaseRefused("paidBack", paid);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
