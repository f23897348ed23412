package org.kaiyuan.enterprises;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.domain.ProfileRules;
import org.kaiyuan.platform.imports.ColumnMapping;
import org.kaiyuan.platform.imports.StagedRows;
import org.kaiyuan.platform.persistence.UuidV7;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.platform.transfer.Cells;
import org.kaiyuan.platform.transfer.TabularRow;

/** Reads the rows of one file, one at a time, as the lines of {@link ImportSql#COPY}. */
final class StagedRow implements StagedRows {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /** The names of a column of text fields, in the order of {@link ImportSql#COPY}. */
    private static final List<ImportField> TEXTS =
            List.of(
                    ImportField.SHORT_NAME,
                    ImportField.KIND,
                    ImportField.INDUSTRY,
                    ImportField.LEADING_INDUSTRY,
                    ImportField.SUB_INDUSTRY,
                    ImportField.CITY,
                    ImportField.ADDRESS,
                    ImportField.ZONE_LOCATION,
                    ImportField.SCOPE,
                    ImportField.PRODUCTS,
                    ImportField.WEBSITE);

    private final int most;
    private final StringBuilder line;
    private final LocalDate today;
    private final StagedParts parts;
    private final int[] positions = new int[ImportField.values().length];
    private final String[] texts = new String[TEXTS.size()];
    private final StringBuilder faults = new StringBuilder();
    private @Nullable String firstField;
    private @Nullable String firstValue;
    private @Nullable String firstReason;
    private int faultCount;

    /**
     * @param most cells that a row may have: more are told, because a comma that is not quoted shifts them
     * @param line where the lines are put, one after the other
     */
    StagedRow(
            ColumnMapping<ImportTarget> mapping,
            QualificationWords qualifications,
            int most,
            StringBuilder line,
            LocalDate today) {
        this.most = most;
        this.line = line;
        this.today = today;
        this.parts = new StagedParts(mapping, qualifications, today, this::fault);
        for (var field : ImportField.values()) {
            positions[field.ordinal()] = mapping.positionOf(ImportTarget.of(field));
        }
    }

    @Override
    public boolean put(TabularRow row) {
        firstField = null;
        firstValue = null;
        firstReason = null;
        faultCount = 0;
        faults.setLength(0);
        var cells = row.cells();
        if (cells.size() > most) {
            fault("row", String.join(" ｜ ", cells.subList(most, cells.size())), "tooManyCells");
        }
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
        var settled = settled(of(cells, ImportField.SETTLED_ON));
        var chain = chain(of(cells, ImportField.CHAIN_POSITION));
        var aboveScale = yes(cells, ImportField.ABOVE_SCALE);
        var fourAbove = yes(cells, ImportField.FOUR_ABOVE);
        var contact = parts.contact(cells);
        var qualifications = parts.qualifications(cells);
        var figures = parts.figures(cells);
        var tags = parts.tags(cells);
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
        next(settled == null ? "" : settled.toString());
        next(chain);
        next(aboveScale);
        next(fourAbove);
        next(contact);
        next(qualifications);
        next(figures);
        next(tags);
        next(firstField == null ? "" : firstField);
        next(firstValue == null ? "" : Cells.cut(firstValue));
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
        var amount = Cells.yuan(typed, wan);
        if (amount == null || amount.signum() < 0 || amount.precision() > 18) {
            fault("registeredCapital", typed, "registeredCapital");
        }
        return amount;
    }

    private String currency(String typed) {
        if (typed.isEmpty()) {
            return typed;
        }
        var iso = Cells.currency(typed);
        if (!CURRENCY.matcher(iso).matches()) {
            fault("capitalCurrency", typed, "capitalCurrency");
        }
        return iso;
    }

    private @Nullable LocalDate founded(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        var date = Cells.date(typed);
        if (date == null) {
            fault("foundedOn", typed, "foundedOn");
        } else if (date.isAfter(today) || date.isBefore(ProfileRules.EARLIEST)) {
            fault("foundedOn", typed, "foundedOnDay");
        }
        return date;
    }

    private @Nullable LocalDate settled(String typed) {
        if (typed.isEmpty()) {
            return null;
        }
        var date = Cells.date(typed);
        if (date == null
                || date.isAfter(today.plusYears(20))
                || date.isBefore(ProfileRules.EARLIEST)) {
            fault("settledOn", typed, "day");
        }
        return date;
    }

    /** Not set says nothing. */
    private String chain(String typed) {
        if (typed.isEmpty()) {
            return typed;
        }
        var chain = ImportCells.chain(typed);
        if (chain == null) {
            fault("chainPosition", typed, "chainPosition");
        }
        return chain == null || chain == ChainPosition.NONE ? "" : chain.name();
    }

    private String yes(List<String> cells, ImportField field) {
        var typed = of(cells, field);
        if (typed.isEmpty()) {
            return typed;
        }
        var yes = Cells.yes(typed);
        if (yes == null) {
            fault(field.apiName(), typed, "yesOrNo");
            return "";
        }
        return yes.toString();
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
        Cells.json(faults, Cells.cut(value));
        faults.append("\",\"reason\":\"").append(key).append("\"}");
    }

    private void next(String text) {
        line.append('\t');
        Cells.copied(line, text);
    }
}
