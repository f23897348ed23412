package org.kaiyuan.services;

import java.util.List;

/** Ready-made reasons of ratings; what people call them is {@code services.rating.reason.} + key. */
public final class RatingReasons {
    private static final List<String> GOOD =
            List.of("FAST", "CLEAR", "FRIENDLY", "ONE_VISIT", "FEW_PAPERS", "EASY_ONLINE");
    private static final List<String> BAD =
            List.of(
                    "SLOW",
                    "UNCLEAR",
                    "UNFRIENDLY",
                    "MANY_VISITS",
                    "ASKED_AGAIN",
                    "EXTRA_PAPERS",
                    "HARD_ONLINE",
                    "FEES");

    private RatingReasons() {}

    /** Those that are offered for so many stars. */
    public static List<String> of(int stars) {
        return stars <= Ratings.BAD ? BAD : GOOD;
    }

    static boolean known(String reason) {
        return GOOD.contains(reason) || BAD.contains(reason);
    }
}
