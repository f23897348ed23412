package org.kaiyuan.plots;

import java.time.LocalDate;
import org.kaiyuan.platform.refusal.Refusal;

/** What is asked of a supply cannot be done as it stands: the sentence says why. */
public final class SupplyRefused extends Refusal {
    private SupplyRefused(String why, Object... arguments) {
        super("plots.refusal.supply." + why, arguments);
    }

    /** A contract is signed for a plot that is announced or supplied. */
    public static SupplyRefused notOpen(PlotState state) {
        return new SupplyRefused("notOpen", state);
    }

    /** One contract runs for it already. */
    public static SupplyRefused running(String number) {
        return new SupplyRefused("running", number);
    }

    /** No contract runs for it. */
    public static SupplyRefused noContract() {
        return new SupplyRefused("noContract");
    }

    /** The way of supply stays what was signed. */
    public static SupplyRefused mode() {
        return new SupplyRefused("mode");
    }

    /** A check and a grant are of 先租后让 in its first lease. */
    public static SupplyRefused notLeased() {
        return new SupplyRefused("notLeased");
    }

    /** The newest check did not pass, or there is none. */
    public static SupplyRefused notPassed() {
        return new SupplyRefused("notPassed");
    }

    /** Of an instalment something was paid. */
    public static SupplyRefused paid() {
        return new SupplyRefused("paid");
    }

    /** The voucher's number stands for another receipt of this instalment. */
    public static SupplyRefused reference(String reference) {
        return new SupplyRefused("reference", reference);
    }

    /** It is not verified before it produces. */
    public static SupplyRefused notProducing(PlotState state) {
        return new SupplyRefused("notProducing", state);
    }

    /** The decision is older than the production. */
    public static SupplyRefused beforeProduction(LocalDate since) {
        return new SupplyRefused("beforeProduction", since);
    }

    /** The case is not, or no longer, in the state that this needs. */
    public static SupplyRefused idleState(IdleState state) {
        return new SupplyRefused("idleState", state);
    }

    /** Fee and recovery are of ground that was not begun. */
    public static SupplyRefused onlyNotStarted(IdleMeasureKind kind) {
        return new SupplyRefused("onlyNotStarted", kind);
    }

    /** Two years are not over. */
    public static SupplyRefused tooEarly(int years, int days) {
        return new SupplyRefused("tooEarly", years, days);
    }

    /** A fee needs the contract's price. */
    public static SupplyRefused noPrice() {
        return new SupplyRefused("noPrice");
    }

    /** The fee of a case is demanded once. */
    public static SupplyRefused feeTwice() {
        return new SupplyRefused("feeTwice");
    }

    /** A measure of it is not done. */
    public static SupplyRefused measuresOpen(int open) {
        return new SupplyRefused("measuresOpen", open);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
