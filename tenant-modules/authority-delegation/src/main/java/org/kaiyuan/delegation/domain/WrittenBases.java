package org.kaiyuan.delegation.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BasisState;
import org.kaiyuan.delegation.LegalBasis;

/** Legal bases as lists write them into one cell, one after the other. */
final class WrittenBases {
    private static final Pattern BETWEEN_BASES = Pattern.compile("[;；\\n]+|(?=《)(?<=[。、，,])");
    private static final Pattern ARTICLE = Pattern.compile("^(.*?》(?:[(（][^)）]*[)）])?)\\s*(.*)$");

    private WrittenBases() {}

    static List<LegalBasis> of(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        var bases = new ArrayList<LegalBasis>();
        for (var part : BETWEEN_BASES.split(text)) {
            var one = part.strip().replaceAll("^\\d{1,2}[.、．]\\s*|[。、，,\\s]+$", "");
            if (!one.isEmpty() && bases.size() < 50) {
                var article = ARTICLE.matcher(one);
                bases.add(
                        article.matches()
                                ? new LegalBasis(
                                        cut(article.group(1)),
                                        cut(article.group(2)),
                                        BasisState.IN_FORCE,
                                        null)
                                : new LegalBasis(cut(one), null, BasisState.IN_FORCE, null));
            }
        }
        return bases;
    }

    private static String cut(String text) {
        return text.length() <= 300 ? text : text.substring(0, 300);
    }
}
