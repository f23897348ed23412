package org.kaiyuan.enterprises;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.imports.ColumnMapping;
import org.kaiyuan.platform.transfer.Cells;

/**
 * Reads what one row says of the parts of an enterprise (its contact, qualifications, yearly figures and
 * tags) as JSON for {@link ImportPartsSql}.
 */
final class StagedParts {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:年度?)?");
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");
    private static final int FEWEST_DIGITS = 5;
    private static final BigDecimal MOST_MONEY = new BigDecimal("9999999999999999.99");
    private static final BigDecimal MOST_OTHER = new BigDecimal("999999999999.99");
    private static final BigDecimal MOST_EMPLOYEES = new BigDecimal(Integer.MAX_VALUE);
    private static final BigDecimal M2_OF_A_MU =
            BigDecimal.valueOf(10_000).divide(BigDecimal.valueOf(15), 30, RoundingMode.HALF_UP);

    /** Told of each cell that cannot be taken. */
    interface Faults {
        void fault(String field, String value, String reason);
    }

    /** A column of which more must be said than its field. */
    private record Column(int position, ImportTarget target) {}

    private final QualificationWords qualifications;
    private final int thisYear;
    private final Faults faults;
    private final int[] positions = new int[ImportField.values().length];
    private final List<Column> figures = new ArrayList<>();
    private final List<Column> certificates = new ArrayList<>();

    StagedParts(
            ColumnMapping<ImportTarget> mapping,
            QualificationWords qualifications,
            LocalDate today,
            Faults faults) {
        this.qualifications = qualifications;
        this.thisYear = today.getYear();
        this.faults = faults;
        for (var field : ImportField.values()) {
            positions[field.ordinal()] = mapping.positionOf(ImportTarget.of(field));
        }
        var targets = mapping.columns();
        for (int i = 0; i < targets.size(); i++) {
            var target = targets.get(i);
            if (target != null) {
                switch (target.field().of()) {
                    case YEAR -> figures.add(new Column(i, target));
                    case QUALIFICATION -> certificates.add(new Column(i, target));
                    case NOTHING -> {}
                }
            }
        }
    }

    /** @return empty where the row names no contact */
    String contact(List<String> cells) {
        var name = line(cells, ImportField.CONTACT_NAME, 100);
        var position = line(cells, ImportField.CONTACT_POSITION, 100);
        var phone = line(cells, ImportField.CONTACT_PHONE, 40);
        var email = line(cells, ImportField.CONTACT_EMAIL, 200);
        if (isMasked(phone)) {
            phone = "";
        } else if (!phone.isEmpty()
                && phone.chars().filter(Character::isDigit).count() < FEWEST_DIGITS) {
            fault(ImportField.CONTACT_PHONE, phone, "phone");
        }
        if (isMasked(email)) {
            email = "";
        } else if (!email.isEmpty() && !EMAIL.matcher(email).matches()) {
            fault(ImportField.CONTACT_EMAIL, email, "email");
        }
        var json = new StringBuilder();
        member(json, "name", name);
        member(json, "position", position);
        member(json, "phone", phone);
        member(json, "email", email);
        return json.isEmpty() ? "" : json.append('}').toString();
    }

    /** What we once wrote instead of a number says nothing about the number. */
    private static boolean isMasked(String text) {
        return text.contains("***");
    }

    /** @return empty where the row names none */
    String qualifications(List<String> cells) {
        var byKind = new TreeMap<String, StringBuilder>();
        var typed = of(cells, ImportField.QUALIFICATIONS);
        if (!Cells.isNothing(typed)) {
            var unknown = new ArrayList<String>();
            for (var word : qualifications.words(typed)) {
                var code = qualifications.code(word);
                if (code == null) {
                    unknown.add(word);
                } else {
                    byKind.computeIfAbsent(code, StagedParts::kind);
                }
            }
            if (!unknown.isEmpty()) {
                fault(ImportField.QUALIFICATIONS, String.join("、", unknown), "qualification");
            }
        }
        for (var column : certificates) {
            var said = at(cells, column.position());
            var code = column.target().of();
            if (code == null || Cells.isNothing(said)) {
                continue;
            }
            var json = byKind.computeIfAbsent(code, StagedParts::kind);
            if (column.target().field() == ImportField.QUALIFICATION_NUMBER) {
                if (said.length() > 100) {
                    faults.fault(column.target().apiName(), said, "tooLong");
                }
                member(json, "number", said);
            } else {
                var day = Cells.date(said);
                if (day == null || day.getYear() < 1949 || day.getYear() > thisYear + 100) {
                    faults.fault(column.target().apiName(), said, "validUntil");
                } else {
                    member(json, "valid_until", day.toString());
                }
            }
        }
        return array(byKind.values().stream().map(json -> json + "}").toList());
    }

    private static StringBuilder kind(String code) {
        return new StringBuilder("{\"kind_code\":\"").append(code).append('"');
    }

    /** @return empty where the row has none */
    String figures(List<String> cells) {
        if (figures.isEmpty()) {
            return "";
        }
        Map<String, Map<String, BigDecimal>> years = new LinkedHashMap<>();
        @Nullable String yearOfRow = null;
        for (var column : figures) {
            var said = at(cells, column.position());
            if (Cells.isNothing(said)) {
                continue;
            }
            var target = column.target();
            var year = target.of();
            if (year == null) {
                yearOfRow = yearOfRow == null ? yearOfRow(cells) : yearOfRow;
                year = yearOfRow;
            } else if (Integer.parseInt(year) > thisYear + 1) {
                faults.fault(target.apiName(), said, "year");
            }
            var figure = figure(target, said);
            if (figure != null
                    && !year.isEmpty()
                    && years.computeIfAbsent(year, y -> new LinkedHashMap<>())
                                    .put(target.field().written(), figure)
                            != null) {
                faults.fault(target.apiName(), said, "figureTwice");
            }
        }
        var rows = new ArrayList<String>(years.size());
        years.forEach((year, values) -> {
            var json = new StringBuilder("{\"year\":").append(year);
            values.forEach((written, value) ->
                    json.append(",\"")
                            .append(ImportPartsSql.column(written))
                            .append("\":")
                            .append(value.toPlainString()));
            rows.add(json.append('}').toString());
        });
        return array(rows);
    }

    /** @return empty where it cannot be told, which is a fault */
    private String yearOfRow(List<String> cells) {
        var typed = of(cells, ImportField.YEAR);
        var found = YEAR.matcher(typed);
        if (found.matches()) {
            int year = Integer.parseInt(found.group(1));
            if (year >= 1949 && year <= thisYear + 1) {
                return found.group(1);
            }
        }
        fault(ImportField.YEAR, typed, "year");
        return "";
    }

    private @Nullable BigDecimal figure(ImportTarget target, String said) {
        var amount =
                switch (target.field()) {
                    case REVENUE_WAN, TAX_WAN, FIXED_ASSETS_WAN, RD_WAN, EXPORT_WAN ->
                            Cells.yuan(said, true);
                    case REVENUE, TAX, FIXED_ASSETS, RD, EXPORT -> Cells.yuan(said, false);
                    case LAND_MU -> {
                        var mu = Cells.number(without(said, "亩"));
                        yield mu == null ? null : mu.multiply(M2_OF_A_MU);
                    }
                    case EMPLOYEES -> Cells.number(without(said, "人"));
                    default -> Cells.number(said);
                };
        if (amount == null || !fits(target.field(), amount)) {
            faults.fault(target.apiName(), said, "figure");
            return null;
        }
        return target.field() == ImportField.EMPLOYEES
                ? amount.setScale(0, RoundingMode.UNNECESSARY)
                : amount.setScale(2, RoundingMode.HALF_UP);
    }

    private static boolean fits(ImportField field, BigDecimal amount) {
        boolean signed =
                switch (field) {
                    case TAX, TAX_WAN, FIXED_ASSETS, FIXED_ASSETS_WAN -> true;
                    default -> false;
                };
        var most =
                switch (field) {
                    case EMPLOYEES -> MOST_EMPLOYEES;
                    case LAND, LAND_MU, ENERGY -> MOST_OTHER;
                    default -> MOST_MONEY;
                };
        boolean whole = field != ImportField.EMPLOYEES || amount.stripTrailingZeros().scale() <= 0;
        return whole && (signed || amount.signum() >= 0) && amount.abs().compareTo(most) <= 0;
    }

    private static String without(String said, String unit) {
        return said.endsWith(unit)
                ? said.substring(0, said.length() - unit.length()).strip()
                : said;
    }

    /** @return empty where the row has none */
    String tags(List<String> cells) {
        var typed = of(cells, ImportField.TAGS);
        if (Cells.isNothing(typed)) {
            return "";
        }
        var tags = new LinkedHashSet<String>();
        for (var tag : typed.split("[;；、,，|\\n]+")) {
            var stripped = tag.strip();
            if (stripped.length() > 40) {
                fault(ImportField.TAGS, stripped, "tooLong");
            } else if (!stripped.isEmpty()) {
                tags.add(stripped);
            }
        }
        return array(
                tags.stream()
                        .map(tag -> {
                            var json = new StringBuilder("{\"tag\":\"");
                            Cells.json(json, tag);
                            return json.append("\"}").toString();
                        })
                        .toList());
    }

    private String line(List<String> cells, ImportField field, int longest) {
        var text = of(cells, field);
        if (Cells.isNothing(text)) {
            return "";
        }
        if (text.length() > longest) {
            fault(field, text, "tooLong");
        }
        return text;
    }

    private void fault(ImportField field, String value, String reason) {
        faults.fault(field.apiName(), value, reason);
    }

    private String of(List<String> cells, ImportField field) {
        return at(cells, positions[field.ordinal()]);
    }

    private static String at(List<String> cells, int position) {
        return position < 0 || position >= cells.size() ? "" : cells.get(position);
    }

    private static void member(StringBuilder json, String name, String text) {
        if (!text.isEmpty()) {
            json.append(json.isEmpty() ? '{' : ',').append('"').append(name).append("\":\"");
            Cells.json(json, text);
            json.append('"');
        }
    }

    private static String array(List<String> items) {
        return items.isEmpty() ? "" : "[" + String.join(",", items) + "]";
    }
}
