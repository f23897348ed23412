package org.kaiyuan.services.domain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.CreditCode;
import org.kaiyuan.enterprises.Divisions;
import org.kaiyuan.platform.refusal.Refusal.FieldFault;
import org.kaiyuan.platform.search.names.ChineseText;
import org.kaiyuan.services.Choice;
import org.kaiyuan.services.FieldKind;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormConditions;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;

/**
 * Whether what somebody filled in is what the form asks for. A fault is named {@code answers.<key>}, in a table {@code
 * answers.<key>[<row>].<column>}.
 */
public final class FormCheck {
    /** Characters of a text for which the form says nothing. */
    public static final int LONGEST = 200;

    /** Characters of a long text for which the form says nothing. */
    public static final int LONGEST_LONG = 4000;

    /** Rows of a table for which the form says nothing. */
    public static final int MOST_ROWS = 200;

    /** Files of one field. */
    public static final int MOST_FILES = 20;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern MONEY = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");

    private final List<FieldFault> faults = new ArrayList<>();

    private FormCheck() {}

    /** All that hinders handing in; empty where nothing does. What is hidden is not looked at. */
    public static List<FieldFault> faults(FormDefinition form, FormAnswers answers) {
        return new FormCheck().check(form, answers, true);
    }

    /** As {@link #faults}, of what is not complete yet: what is missing is no fault. */
    public static List<FieldFault> faultsOfDraft(FormDefinition form, FormAnswers answers) {
        return new FormCheck().check(form, answers, false);
    }

    /** What is kept of the answers: those of fields that are asked for, without what is empty. */
    public static FormAnswers kept(FormDefinition form, FormAnswers answers) {
        var shown = FormConditions.shown(form, answers);
        Map<String, List<String>> values = new HashMap<>();
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        for (var field : form.fields()) {
            if (!shown.contains(field.key())) {
                continue;
            }
            if (field.kind() == FieldKind.TABLE) {
                var rows = rows(field, answers);
                if (!rows.isEmpty()) {
                    tables.put(field.key(), rows);
                }
            } else {
                var said = answers.values().getOrDefault(field.key(), List.of());
                if (isFilled(said)) {
                    values.put(field.key(), said.stream().map(String::strip).toList());
                }
            }
        }
        return new FormAnswers(values, tables);
    }

    /** Without rows in which nothing is, and without cells in which nothing is. */
    private static List<Map<String, String>> rows(FormField field, FormAnswers answers) {
        var rows = new ArrayList<Map<String, String>>();
        for (var row : answers.tables().getOrDefault(field.key(), List.of())) {
            Map<String, String> kept = new HashMap<>();
            row.forEach((column, cell) -> {
                if (!cell.isBlank()) {
                    kept.put(column, cell.strip());
                }
            });
            if (!kept.isEmpty()) {
                rows.add(Map.copyOf(kept));
            }
        }
        return List.copyOf(rows);
    }

    private List<FieldFault> check(FormDefinition form, FormAnswers answers, boolean whole) {
        Map<String, FormField> byKey = new HashMap<>();
        form.fields().forEach(field -> byKey.put(field.key(), field));
        answers.values().keySet().stream()
                .filter(key -> isOther(byKey.get(key), false))
                .sorted()
                .forEach(key -> fault("answers." + key, "unknown"));
        answers.tables().keySet().stream()
                .filter(key -> isOther(byKey.get(key), true))
                .sorted()
                .forEach(key -> fault("answers." + key, "unknown"));
        var shown = FormConditions.shown(form, answers);
        for (var field : form.fields()) {
            if (!shown.contains(field.key())) {
                continue;
            }
            if (field.kind() == FieldKind.TABLE) {
                table(field, answers.tables().getOrDefault(field.key(), List.of()), whole);
            } else {
                var said = answers.values().getOrDefault(field.key(), List.of());
                field("answers." + field.key(), field, said, whole);
            }
        }
        return List.copyOf(faults);
    }

    private static boolean isOther(@Nullable FormField field, boolean table) {
        return field == null || (field.kind() == FieldKind.TABLE) != table;
    }

    private static boolean isFilled(List<String> said) {
        return said.stream().anyMatch(one -> !one.isBlank());
    }

    private void table(FormField field, List<Map<String, String>> rows, boolean whole) {
        var name = "answers." + field.key();
        long filled =
                rows.stream()
                        .filter(row -> row.values().stream().anyMatch(cell -> !cell.isBlank()))
                        .count();
        int least = field.least() == null ? field.required() ? 1 : 0 : field.least().intValue();
        int most = field.most() == null ? MOST_ROWS : Math.min(MOST_ROWS, field.most().intValue());
        if (whole && filled == 0 && field.required()) {
            fault(name, "required");
        } else if (whole && filled > 0 && filled < least) {
            fault(name, "leastRows", least);
        }
        if (rows.size() > Math.max(most, MOST_ROWS) || filled > most) {
            fault(name, "mostRows", most);
            return;
        }
        Map<String, FormField> columns = new HashMap<>();
        field.columns().forEach(column -> columns.put(column.key(), column));
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var place = name + "[" + i + "].";
            row.keySet().stream()
                    .filter(column -> !columns.containsKey(column))
                    .sorted()
                    .forEach(column -> fault(place + column, "unknown"));
            if (row.values().stream().allMatch(String::isBlank)) {
                continue;
            }
            for (var column : field.columns()) {
                var cell = row.get(column.key());
                field(
                        place + column.key(),
                        column,
                        cell == null ? List.of() : List.of(cell),
                        whole);
            }
        }
    }

    private void field(String name, FormField field, List<String> said, boolean whole) {
        if (!isFilled(said)) {
            if (field.required() && whole) {
                fault(name, "required");
            }
            return;
        }
        if (said.stream().anyMatch(one -> !ChineseText.storable(one).equals(one))) {
            fault(name, "text");
            return;
        }
        switch (field.kind()) {
            case TEXT, LONG_TEXT, NUMBER, MONEY, DATE, CHOICE, YES_NO -> {
                if (said.size() > 1) {
                    fault(name, "one");
                } else {
                    one(name, field, said.getFirst().strip());
                }
            }
            case CHOICES -> choices(name, field, said);
            case FILE -> files(name, said);
            case ADDRESS -> address(name, said, whole);
            case ENTERPRISE -> enterprise(name, said, whole);
            case TABLE -> fault(name, "unknown");
        }
    }

    private void one(String name, FormField field, String said) {
        switch (field.kind()) {
            case NUMBER -> number(name, field, said, NUMBER, "number");
            case MONEY -> number(name, field, said, MONEY, "money");
            case DATE -> date(name, said);
            case CHOICE -> {
                if (field.choices().stream().noneMatch(choice -> choice.value().equals(said))) {
                    fault(name, "choice");
                }
            }
            case YES_NO -> {
                if (!said.equals("yes") && !said.equals("no")) {
                    fault(name, "yesNo");
                }
            }
            case LONG_TEXT -> longest(name, said, longest(field, LONGEST_LONG));
            default -> longest(name, said, longest(field, LONGEST));
        }
    }

    private static int longest(FormField field, int usual) {
        return field.longest() == null ? usual : field.longest();
    }

    private void longest(String name, String said, int most) {
        if (said.codePointCount(0, said.length()) > most) {
            fault(name, "longest", most);
        }
    }

    private void number(String name, FormField field, String said, Pattern form, String rule) {
        if (!form.matcher(said).matches()) {
            fault(name, rule);
            return;
        }
        var number = new BigDecimal(said);
        if (field.least() != null && number.compareTo(field.least()) < 0) {
            fault(name, "least", field.least().toPlainString());
        } else if (field.most() != null && number.compareTo(field.most()) > 0) {
            fault(name, "most", field.most().toPlainString());
        }
    }

    private void date(String name, String said) {
        try {
            int year = LocalDate.parse(said).getYear();
            if (year < 1800 || year > 2200) {
                fault(name, "date");
            }
        } catch (DateTimeException unreadable) {
            fault(name, "date");
        }
    }

    private void choices(String name, FormField field, List<String> said) {
        var known = field.choices().stream().map(Choice::value).toList();
        if (!known.containsAll(said)) {
            fault(name, "choice");
        } else if (new HashSet<>(said).size() < said.size()) {
            fault(name, "twice");
        }
    }

    private void files(String name, List<String> said) {
        if (said.size() > MOST_FILES) {
            fault(name, "mostFiles", MOST_FILES);
            return;
        }
        for (var one : said) {
            try {
                UUID.fromString(one.strip());
            } catch (IllegalArgumentException unreadable) {
                fault(name, "file");
                return;
            }
        }
    }

    private void address(String name, List<String> said, boolean whole) {
        if (said.size() > 2) {
            fault(name, "address");
            return;
        }
        var division = said.getFirst().strip();
        var rest = said.size() < 2 ? "" : said.get(1).strip();
        if (division.isEmpty() ? whole : Divisions.name(division) == null) {
            fault(name, "division");
        } else if (rest.isEmpty() && whole) {
            fault(name, "address");
        } else {
            longest(name, rest, LONGEST);
        }
    }

    private void enterprise(String name, List<String> said, boolean whole) {
        if (said.size() > 2) {
            fault(name, "enterprise");
            return;
        }
        var code = said.getFirst().strip();
        var called = said.size() < 2 ? "" : said.get(1).strip();
        if (code.isEmpty() ? whole : !CreditCode.isValid(code)) {
            fault(name, "creditCode");
        } else if (called.isEmpty() && whole) {
            fault(name, "enterprise");
        } else {
            longest(name, called, LONGEST);
        }
    }

    private void fault(String name, String rule, Object... arguments) {
        faults.add(new FieldFault(name, "services.form." + rule, List.of(arguments)));
    }
}
