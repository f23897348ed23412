package org.kaiyuan.delegation.domain;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Figures as people write them into lists. What may be read in two ways is not read. */
final class WrittenFigures {
    /** What stands in a cell that says nothing. */
    private static final Set<String> NOTHING =
            Set.of("/", "-", "—", "——", "无", "不限", "长期", "长期有效", "永久", "无固定期限");

    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)(亿|万)?");
    private static final String DIGITS = "一二三四五六七八九";

    private WrittenFigures() {}

    static boolean saysNothing(String text) {
        return NOTHING.contains(text);
    }

    /** 500万元, 1.5亿元, 10,000; yuan. Empty for none, several, or less than nothing. */
    static Optional<BigDecimal> amount(String text) {
        var bare = text.replaceAll("[,，\\s]", "");
        var found = AMOUNT.matcher(bare);
        if (!found.find() || bare.startsWith("-")) {
            return Optional.empty();
        }
        var number = new BigDecimal(found.group(1));
        var unit = found.group(2);
        return found.find()
                ? Optional.empty()
                : Optional.of(
                        "亿".equals(unit)
                                ? number.movePointRight(8)
                                : "万".equals(unit) ? number.movePointRight(4) : number);
    }

    /** 第一批, 第十二批次, 3; from 1 to 99. */
    static Optional<Integer> batch(String text) {
        var bare = text.replaceAll("[第批次\\s]", "");
        if (bare.matches("[1-9]\\d?")) {
            return Optional.of(Integer.valueOf(bare));
        }
        int ten = bare.indexOf('十');
        if (ten < 0) {
            return bare.length() == 1 && digit(bare) > 0
                    ? Optional.of(digit(bare))
                    : Optional.empty();
        }
        var tens = bare.substring(0, ten);
        var ones = bare.substring(ten + 1);
        int many = tens.isEmpty() ? 1 : digit(tens);
        int few = ones.isEmpty() ? 0 : digit(ones);
        return many < 1 || few < 0 ? Optional.empty() : Optional.of(many * 10 + few);
    }

    /** -1 where it is none. */
    private static int digit(String text) {
        int at = text.length() == 1 ? DIGITS.indexOf(text) : -1;
        return at < 0 ? -1 : at + 1;
    }
}
