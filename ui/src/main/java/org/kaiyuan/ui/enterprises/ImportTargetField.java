package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.ImportField;
import org.kaiyuan.enterprises.ImportTarget;
import org.kaiyuan.enterprises.QualificationKind;
import org.kaiyuan.platform.refusal.Messages;

/** What one column holds; the year or the qualification is asked for only where it must be said. */
class ImportTargetField extends Div {
    private static final int YEARS = 10;
    private static final String OF_ROW = "";

    final ComboBox<ImportField> field = new ComboBox<>();
    final Select<String> of = new Select<>();

    private final Map<String, String> kinds;
    private final List<String> years;
    private final String heading;

    ImportTargetField(
            String heading,
            @Nullable ImportTarget target,
            List<QualificationKind> kinds,
            int thisYear,
            Messages messages) {
        this.heading = heading;
        this.kinds =
                kinds.stream()
                        .collect(
                                Collectors.toMap(QualificationKind::code, QualificationKind::name));
        this.years = years(thisYear, target);
        addClassName("import-target");
        field.setItems(ImportField.values());
        field.setItemLabelGenerator(messages::of);
        field.setPlaceholder(getTranslation("ui.import.columns.none"));
        field.setClearButtonVisible(true);
        field.setAriaLabel(getTranslation("ui.import.columns.of", heading));
        of.setItemLabelGenerator(this::labelled);
        var all = kinds.stream().map(QualificationKind::code).toList();
        field.addValueChangeListener(change -> ask(change.getValue(), all, null));
        add(field, of);
        if (target == null) {
            ask(null, all, null);
        } else {
            field.setValue(target.field());
            ask(target.field(), all, target.of());
        }
    }

    /** @return null for a column that is not taken */
    @Nullable ImportTarget target() {
        var chosen = field.getValue();
        if (chosen == null) {
            return null;
        }
        var said = of.getValue();
        return new ImportTarget(
                chosen, chosen.of() == ImportField.Of.NOTHING || OF_ROW.equals(said) ? null : said);
    }

    private void ask(@Nullable ImportField chosen, List<String> all, @Nullable String said) {
        var asked = chosen == null ? ImportField.Of.NOTHING : chosen.of();
        of.setVisible(asked != ImportField.Of.NOTHING);
        switch (asked) {
            case NOTHING -> {}
            case YEAR -> {
                of.setItems(years);
                of.setAriaLabel(getTranslation("ui.import.columns.yearOf", heading));
                of.setValue(said == null ? OF_ROW : said);
            }
            case QUALIFICATION -> {
                of.setItems(all);
                of.setPlaceholder(getTranslation("ui.import.columns.kind"));
                of.setAriaLabel(getTranslation("ui.import.columns.kindOf", heading));
                of.setValue(said);
            }
        }
    }

    private String labelled(@Nullable String item) {
        if (item == null) {
            return "";
        }
        if (item.equals(OF_ROW)) {
            return getTranslation("ui.import.columns.yearOfRow");
        }
        return kinds.getOrDefault(item, item);
    }

    /** The last ones, and the one that the file is of however long ago. */
    private static List<String> years(int thisYear, @Nullable ImportTarget target) {
        var recent = IntStream.range(0, YEARS).mapToObj(back -> Integer.toString(thisYear - back));
        var own =
                target == null || target.of() == null
                        ? Stream.<String>of()
                        : Stream.of(target.of());
        return Stream.of(Stream.of(OF_ROW), recent, own)
                .flatMap(items -> items)
                .filter(item -> item.isEmpty() || Character.isDigit(item.charAt(0)))
                .distinct()
                .toList();
    }
}
