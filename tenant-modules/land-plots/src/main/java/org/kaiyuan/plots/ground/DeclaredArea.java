package org.kaiyuan.plots.ground;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An area as somebody wrote it.
 *
 * @param unit null where nothing says it: then whichever unit comes nearest to the computed area
 */
record DeclaredArea(BigDecimal number, @Nullable Unit unit) {
    enum Unit {
        SQUARE_METRE(1),
        MU(10_000 / 15.0),
        HECTARE(10_000);

        final double squareMetres;

        Unit(double squareMetres) {
            this.squareMetres = squareMetres;
        }
    }

    /** Empty where the text is no number above 0. */
    static Optional<DeclaredArea> of(String text, @Nullable Unit unit) {
        var number = PlainNumber.decimal(text);
        return number != null && number.signum() > 0
                ? Optional.of(new DeclaredArea(number, unit))
                : Optional.empty();
    }

    BigDecimal squareMetres(GroundShape shape) {
        var known = unit == null ? nearest(Ground.areaM2(shape)) : unit;
        var area =
                known == Unit.MU
                        ? number.multiply(BigDecimal.valueOf(10_000))
                                .divide(BigDecimal.valueOf(15), MathContext.DECIMAL128)
                        : number.multiply(BigDecimal.valueOf((long) known.squareMetres));
        return area.setScale(2, RoundingMode.HALF_UP);
    }

    private Unit nearest(double computedM2) {
        var nearest = Unit.SQUARE_METRE;
        double least = Double.MAX_VALUE;
        for (var candidate : Unit.values()) {
            double off =
                    Math.abs(Math.log(number.doubleValue() * candidate.squareMetres / computedM2));
            if (off < least) {
                least = off;
                nearest = candidate;
            }
        }
        return nearest;
    }
}
