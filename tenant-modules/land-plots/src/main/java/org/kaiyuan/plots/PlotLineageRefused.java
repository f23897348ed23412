package org.kaiyuan.plots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.kaiyuan.platform.refusal.Refusal;

/** A plot cannot be split, merged or bounded anew so: the sentence says why and what to do. */
public final class PlotLineageRefused extends Refusal {
    private PlotLineageRefused(String why, Object... arguments) {
        super("plots.refusal.lineage." + why, arguments);
    }

    /** A lead holds it; it has to be given up, or used, before. */
    public static PlotLineageRefused reserved(String number, LocalDate until) {
        return new PlotLineageRefused("reserved", number, until);
    }

    /** It is supplied by a contract that runs. */
    public static PlotLineageRefused contract(String number, String contract) {
        return new PlotLineageRefused("contract", number, contract);
    }

    /** Vertical rights lie over ground that would not be the same any more. */
    public static PlotLineageRefused rights(String number) {
        return new PlotLineageRefused("rights", number);
    }

    public static PlotLineageRefused tooFew() {
        return new PlotLineageRefused("tooFew");
    }

    public static PlotLineageRefused tooMany(int most) {
        return new PlotLineageRefused("tooMany", most);
    }

    /** The line makes another number of parts than were named. */
    public static PlotLineageRefused parts(int parts, int named) {
        return new PlotLineageRefused("parts", parts, named);
    }

    /** The line leaves the plot in one piece. */
    public static PlotLineageRefused uncut() {
        return new PlotLineageRefused("uncut");
    }

    public static PlotLineageRefused notCovered(double areaM2) {
        return new PlotLineageRefused("notCovered", rounded(areaM2));
    }

    public static PlotLineageRefused beyond(double areaM2) {
        return new PlotLineageRefused("beyond", rounded(areaM2));
    }

    public static PlotLineageRefused pieces(String one, String other, double areaM2) {
        return new PlotLineageRefused("pieces", one, other, rounded(areaM2));
    }

    /** It shares no border with the others. */
    public static PlotLineageRefused apart(String number) {
        return new PlotLineageRefused("apart", number);
    }

    public static PlotLineageRefused states(
            String one, PlotState oneState, String other, PlotState otherState) {
        return new PlotLineageRefused("states", one, oneState, other, otherState);
    }

    public static PlotLineageRefused uses(String one, String other) {
        return new PlotLineageRefused("uses", one, other);
    }

    public static PlotLineageRefused holders(String one, String other) {
        return new PlotLineageRefused("holders", one, other);
    }

    /** The new border is the old one. */
    public static PlotLineageRefused same() {
        return new PlotLineageRefused("same");
    }

    private static BigDecimal rounded(double areaM2) {
        return BigDecimal.valueOf(areaM2).setScale(2, RoundingMode.HALF_UP);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
