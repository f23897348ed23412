package org.kaiyuan.plots;

import org.kaiyuan.platform.refusal.Refusal;

/** A plot cannot be chosen for a lead: the sentence says why. */
public final class PreferenceRefused extends Refusal {
    private PreferenceRefused(String why, Object... arguments) {
        super("plots.refusal.preference." + why, arguments);
    }

    /** The lead was put aside or has ended. */
    static PreferenceRefused leadEnded() {
        return new PreferenceRefused("leadEnded");
    }

    /** The plot was supplied. */
    static PreferenceRefused notOpen(PlotState state) {
        return new PreferenceRefused("notOpen", state);
    }

    static PreferenceRefused tooMany(int most) {
        return new PreferenceRefused("tooMany", most);
    }

    @Override
    public Kind kind() {
        return Kind.CONFLICT;
    }
}
