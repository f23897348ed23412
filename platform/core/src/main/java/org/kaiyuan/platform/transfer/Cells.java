package org.kaiyuan.platform.transfer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what people write into cells: amounts with their units, days, yes and no. */
public final class Cells {
    private static final int LONGEST_SHOWN = 200;
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
    private static final Pattern PACKED_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Map<String, String> CURRENCIES =
            Map.ofEntries(
                    Map.entry("人民币", "CNY"),
                    Map.entry("人民币元", "CNY"),
                    Map.entry("元", "CNY"),
                    Map.entry("RMB", "CNY"),
                    Map.entry("美元", "USD"),
                    Map.entry("欧元", "EUR"),
                    Map.entry("港元", "HKD"),
                    Map.entry("港币", "HKD"),
                    Map.entry("日元", "JPY"),
                    Map.entry("英镑", "GBP"),
                    Map.entry("韩元", "KRW"),
                    Map.entry("新台币", "TWD"),
                    Map.entry("澳门元", "MOP"),
                    Map.entry("加拿大元", "CAD"),
                    Map.entry("澳大利亚元", "AUD"),
                    Map.entry("瑞士法郎", "CHF"),
                    Map.entry("新加坡元", "SGD"));
    private static final Map<String, Boolean> YES_OR_NO =
            Map.ofEntries(
                    Map.entry("是", true),
                    Map.entry("有", true),
                    Map.entry("√", true),
                    Map.entry("1", true),
                    Map.entry("y", true),
                    Map.entry("yes", true),
                    Map.entry("true", true),
                    Map.entry("否", false),
                    Map.entry("不是", false),
                    Map.entry("无", false),
                    Map.entry("×", false),
                    Map.entry("0", false),
                    Map.entry("n", false),
                    Map.entry("no", false),
                    Map.entry("false", false));

    private Cells() {}

    /** @return null where it is neither */
    public static @Nullable Boolean yes(String typed) {
        return YES_OR_NO.get(typed.toLowerCase(Locale.ROOT));
    }

    /** The ISO code of it, or what was typed. */
    public static String currency(String typed) {
        return CURRENCIES.getOrDefault(typed, typed.toUpperCase(Locale.ROOT));
    }

    /** What people write where they have nothing to say. */
    public static boolean isNothing(String typed) {
        return switch (typed) {
            case "", "-", "--", "—", "——", "－", "/", "\\", "无" -> true;
            default -> false;
        };
    }

    /**
     * An amount with two decimals; a unit in the cell beats that of the column.
     *
     * @return null where it is none
     */
    public static @Nullable BigDecimal yuan(String typed, boolean inWan) {
        return yuan(typed, inWan ? 4 : 0);
    }

    /** @param zerosOfColumn 4 where the column is in 万, 8 where it is in 亿 */
    public static @Nullable BigDecimal yuan(String typed, int zerosOfColumn) {
        var text = typed.replace(",", "").replace("，", "");
        int zeros = zerosOfColumn;
        if (text.endsWith("元")) {
            text = text.substring(0, text.length() - 1);
            zeros = 0;
        }
        if (text.endsWith("万")) {
            text = text.substring(0, text.length() - 1);
            zeros = 4;
        } else if (text.endsWith("亿")) {
            text = text.substring(0, text.length() - 1);
            zeros = 8;
        }
        var number = number(text.strip());
        return number == null
                ? null
                : number.movePointRight(zeros).setScale(2, RoundingMode.HALF_UP);
    }

    /** @return null where it is none, or one that nobody counts with */
    public static @Nullable BigDecimal number(String typed) {
        if (typed.length() > 40) {
            return null;
        }
        try {
            var number = new BigDecimal(typed.replace(",", "").replace("，", ""));
            return Math.abs(number.scale()) > 40 ? null : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** @return null where it is none */
    public static @Nullable LocalDate date(String typed) {
        var found = DATE.matcher(typed);
        if (!found.matches()) {
            found = PACKED_DATE.matcher(typed);
            if (!found.matches()) {
                return null;
            }
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** As much of a value as is shown, without tearing a character in two. */
    public static String cut(String value) {
        if (value.length() <= LONGEST_SHOWN) {
            return value;
        }
        int end =
                Character.isHighSurrogate(value.charAt(LONGEST_SHOWN - 1))
                        ? LONGEST_SHOWN - 1
                        : LONGEST_SHOWN;
        return value.substring(0, end) + "…";
    }

    /** Into a field in the text format of COPY; what is empty is null there. */
    public static void copied(StringBuilder to, String text) {
        if (text.isEmpty()) {
            to.append("\\N");
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                case 0 -> to.append(' ');
                default -> to.append(c);
            }
        }
    }

    /** Into a JSON text; what cannot be seen becomes a blank. */
    public static void json(StringBuilder to, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                to.append('\\').append(c);
            } else if (c < ' ') {
                to.append(' ');
            } else {
                to.append(c);
            }
        }
    }
}
