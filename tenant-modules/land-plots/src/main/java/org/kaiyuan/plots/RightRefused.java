package org.kaiyuan.plots;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;

/** A right cannot be so: the sentence says why. */
public final class RightRefused extends Refusal {
    private RightRefused(String why, Object... arguments) {
        super("plots.refusal.right." + why, arguments);
    }

    /** Another right of the kind is about the same room at the same time. */
    public static RightRefused overlaps(
            RightKind kind, String holder, LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? new RightRefused("overlapsOpen", kind, holder, from)
                : new RightRefused("overlaps", kind, holder, from, to);
    }

    public static RightRefused tooMany(int most) {
        return new RightRefused("tooMany", most);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
