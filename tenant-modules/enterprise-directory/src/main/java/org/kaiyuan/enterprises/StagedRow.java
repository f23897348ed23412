package org.kaiyuan.enterprises;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.domain.ProfileRules;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.transfer.TabularRow;

/** Reads the rows of one file, one at a time, as the lines of {@link ImportSql#COPY}. */
final class StagedRow {
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T].*)?");
    private static final Pattern PACKED_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
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

    /** The names of a column of text fields, in the order of {@link ImportSql#COPY}. */
    private static final List<ImportField> TEXTS =
            List.of(
                    ImportField.SHORT_NAME,
                    ImportField.KIND,
                    ImportField.INDUSTRY,
                    ImportField.LEADING_INDUSTRY,
                    ImportField.CITY,
                    ImportField.ADDRESS,
                    ImportField.ZONE_LOCATION,
                    ImportField.SCOPE,
                    ImportField.PRODUCTS,
                    ImportField.WEBSITE);

    private final StringBuilder line;
    private final LocalDate today;
    private final int[] positions = new int[ImportField.values().length];
    private final String[] texts = new String[TEXTS.size()];
    private final StringBuilder faults = new StringBuilder();
    private @Nullable String firstField;
    private @Nullable String firstValue;
    private @Nullable String firstReason;
    private int faultCount;

    /** @param line where the lines are put, one after the other */
    StagedRow(ImportMapping mapping, StringBuilder line, LocalDate today) {
        this.line = line;
        this.today = today;
        for (var field : ImportField.values()) {
            positions[field.ordinal()] = mapping.positionOf(field);
        }
    }

    /** @return whether the row is good as far as it can be told alone */
    boolean put(TabularRow row) {
        firstField = null;
        firstValue = null;
        firstReason = null;
        faultCount = 0;
        faults.setLength(0);
        var cells = row.cells();
        var name = of(cells, ImportField.NAME);
        var key = ChineseText.key(name);
        if (key.isEmpty()) {
            fault("name", name, "name");
        } else if (name.length() > ProfileRules.LONGEST_NAME) {
            fault("name", name, "tooLong");
        }
        var typedCode = of(cells, ImportField.CREDIT_CODE);
        var code = typedCode.isEmpty() ? "" : CreditCode.tidy(typedCode);
        if (!code.isEmpty() && !CreditCode.isValid(code)) {
            fault("creditCode", typedCode, "creditCode");
        }
        var status = status(of(cells, ImportField.STATUS));
        var amount = amount(cells);
        var currency = currency(of(cells, ImportField.CURRENCY));
        var founded = founded(of(cells, ImportField.FOUNDED_ON));
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text(TEXTS.get(i), of(cells, TEXTS.get(i)));
        }
        line.append(row.number()).append('\t').append(UuidV7.next());
        next(name);
        next(key);
        next(code);
        next(status == null ? "" : status.name());
        next(amount == null ? "" : amount.toPlainString());
        next(currency);
        next(founded == null ? "" : founded.toString());
        for (var text : texts) {
            next(text);
        }
        next(firstField == null ? "" : firstField);
        next(firstValue == null ? "" : cut(firstValue));
        next(firstReason == null ? "" : firstReason);
        next(faultCount > 1 ? faults.append(']').toString() : "");
        line.append('\n');
        return faultCount == 0;
    }

    private String of(List<String> cells, ImportField field) {
        int at = positions[field.ordinal()];
        return at < 0 || at >= cells.size() ? "" : cells.get(at);
    }

    private @Nullable EnterpriseStatus status(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        var status = StatusWords.read(typed);
        if (status == null) {
            fault("status", typed, "status");
        }
        return status;
    }

    private @Nullable BigDecimal amount(List<String> cells) {
        boolean wan = positions[ImportField.CAPITAL_WAN.ordinal()] >= 0;
        var typed = of(cells, wan ? ImportField.CAPITAL_WAN : ImportField.CAPITAL);
        if (typed.isEmpty()) {
            return null;
        }
        var amount = yuan(typed, wan);
        if (amount == null) {
            fault("registeredCapital", typed, "registeredCapital");
        }
        return amount;
    }

    private String currency(String typed) {
        if (typed.isEmpty()) {
            return typed;
        }
        var iso = CURRENCIES.getOrDefault(typed, typed.toUpperCase(Locale.ROOT));
        if (!CURRENCY.matcher(iso).matches()) {
            fault("capitalCurrency", typed, "capitalCurrency");
        }
        return iso;
    }

    private @Nullable LocalDate founded(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        var date = date(typed);
        if (date == null) {
            fault("foundedOn", typed, "foundedOn");
        } else if (date.isAfter(today) || date.isBefore(ProfileRules.EARLIEST)) {
            fault("foundedOn", typed, "foundedOnDay");
        }
        return date;
    }

    private String text(ImportField field, String typed) {
        if (typed.isEmpty()) {
            return typed;
        }
        int longest =
                switch (field) {
                    case SCOPE, PRODUCTS -> ProfileRules.LONGEST_TEXT;
                    case SHORT_NAME -> ProfileRules.LONGEST_NAME;
                    default -> ProfileRules.LONGEST_LINE;
                };
        if (typed.length() > longest) {
            fault(field.apiName(), typed, "tooLong");
        } else if (field == ImportField.INDUSTRY && Industries.name(typed) == null) {
            fault(field.apiName(), typed, "industryCode");
        } else if (field == ImportField.WEBSITE && !ProfileRules.WEBSITE.matcher(typed).matches()) {
            fault(field.apiName(), typed, "website");
        }
        return typed;
    }

    private void fault(String field, String value, String reason) {
        var key = "enterprises.import." + reason;
        if (faultCount++ == 0) {
            firstField = field;
            firstValue = value;
            firstReason = key;
            faults.append('[');
        } else {
            faults.append(',');
        }
        faults.append("{\"field\":\"").append(field).append("\",\"value\":\"");
        json(faults, cut(value));
        faults.append("\",\"reason\":\"").append(key).append("\"}");
    }

    private static @Nullable BigDecimal yuan(String typed, boolean wan) {
        var text = typed.replace(",", "").replace("，", "");
        boolean inWan = wan;
        if (text.endsWith("万元") || text.endsWith("万")) {
            text = text.substring(0, text.lastIndexOf('万')).strip();
            inWan = true;
        } else if (text.endsWith("元")) {
            text = text.substring(0, text.length() - 1).strip();
            inWan = false;
        }
        if (text.length() > 40) {
            return null;
        }
        try {
            var amount = new BigDecimal(text);
            if (Math.abs(amount.scale()) > 40) {
                return null;
            }
            var yuan =
                    (inWan ? amount.movePointRight(4) : amount).setScale(2, RoundingMode.HALF_UP);
            return yuan.signum() < 0 || yuan.precision() > 18 ? null : yuan;
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String text) {
        var found = DATE.matcher(text);
        if (!found.matches()) {
            found = PACKED_DATE.matcher(text);
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

    /** Without tearing a character in two. */
    static String cut(String value) {
        if (value.length() <= 200) {
            return value;
        }
        int end = Character.isHighSurrogate(value.charAt(199)) ? 199 : 200;
        return value.substring(0, end) + "…";
    }

    /** In the text format of COPY, where nothing is null. */
    private void next(String text) {
        line.append('\t');
        if (text.isEmpty()) {
            line.append("\\N");
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case 0 -> line.append(' ');
                default -> line.append(c);
            }
        }
    }

    private static void json(StringBuilder to, String text) {
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
