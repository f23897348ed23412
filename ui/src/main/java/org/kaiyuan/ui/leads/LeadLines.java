package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.InvestorLine;
import org.kaiyuan.leads.LeadContact;
import org.kaiyuan.ui.enterprises.EnterpriseChoice;
import org.kaiyuan.ui.kit.Rows;

/** The lines of a lead's form: investors and contacts. */
final class LeadLines {
    private final UnaryOperator<String> word;
    private final Locale locale;
    private final @Nullable EnterpriseChoice enterprises;

    /** @param enterprises null for who may not read the directory */
    LeadLines(UnaryOperator<String> word, Locale locale, @Nullable EnterpriseChoice enterprises) {
        this.word = word;
        this.locale = locale;
        this.enterprises = enterprises;
    }

    Rows<InvestorLine> investors(String label, String add) {
        return new Rows<>(label, add, this::investor);
    }

    Rows<LeadContact> contacts(String label, String add) {
        return new Rows<>(label, add, this::contact);
    }

    private Rows.Row<InvestorLine> investor(@Nullable InvestorLine line) {
        var name = text("investor.name", line == null ? null : line.name());
        name.addClassName("broad");
        var code = text("investor.creditCode", line == null ? null : line.creditCode());
        var country = new ComboBox<String>(word.apply("investor.country"));
        country.setItems(Countries.codes());
        country.setItemLabelGenerator(one -> Countries.shown(one, locale));
        country.setValue(line == null ? "CN" : line.country());
        var abroad =
                text(
                        "investor.foreignRegistration",
                        line == null ? null : line.foreignRegistration());
        abroad.setVisible(line != null && line.foreignRegistration() != null);
        country.addValueChangeListener(change -> {
            boolean foreign = change.getValue() != null && !change.getValue().equals("CN");
            abroad.setVisible(foreign || !abroad.isEmpty());
        });
        var global =
                new Checkbox(word.apply("investor.global500"), line != null && line.global500());
        var listed = new Checkbox(word.apply("investor.listed"), line != null && line.listed());
        var leader =
                new Checkbox(word.apply("investor.leader"), line != null && line.industryLeader());
        var flags = new Div(global, listed, leader);
        flags.addClassNames("lead-flags", "broad");
        var here = enterprises == null ? null : enterprises.field();
        var linked = line == null ? null : line.enterpriseId();
        if (here != null) {
            here.setLabel(word.apply("investor.enterprise"));
            if (linked != null && enterprises != null) {
                here.setValue(enterprises.of(linked));
            }
            here.addValueChangeListener(change -> {
                var chosen = change.getValue();
                if (chosen != null && change.isFromClient()) {
                    if (name.isEmpty()) {
                        name.setValue(chosen.name());
                    }
                    if (code.isEmpty() && chosen.creditCode() != null) {
                        code.setValue(chosen.creditCode());
                    }
                }
            });
        }
        var fields =
                here == null
                        ? List.<Component>of(name, code, country, abroad, flags)
                        : List.<Component>of(name, code, country, abroad, here, flags);
        return row(
                fields,
                () ->
                        allBlank(name, code, abroad) && (here == null || here.isEmpty())
                                ? null
                                : new InvestorLine(
                                        line == null ? null : line.id(),
                                        name.getValue(),
                                        blank(code),
                                        blank(abroad),
                                        country.getValue() == null ? "CN" : country.getValue(),
                                        global.getValue(),
                                        listed.getValue(),
                                        leader.getValue(),
                                        here == null ? linked : chosen(here)));
    }

    private static @Nullable UUID chosen(ComboBox<EnterpriseChoice.Entry> here) {
        return here.getValue() == null ? null : here.getValue().id();
    }

    private Rows.Row<LeadContact> contact(@Nullable LeadContact line) {
        var name = text("contact.name", line == null ? null : line.name());
        var position = text("contact.position", line == null ? null : line.position());
        var phone = text("contact.phone", line == null ? null : line.phone());
        var email = text("contact.email", line == null ? null : line.email());
        return row(
                List.of(name, position, phone, email),
                () ->
                        allBlank(name, position, phone, email)
                                ? null
                                : new LeadContact(
                                        line == null ? null : line.id(),
                                        name.getValue(),
                                        blank(position),
                                        blank(phone),
                                        blank(email)));
    }

    private TextField text(String key, @Nullable String value) {
        var field = new TextField(word.apply(key));
        field.setValue(value == null ? "" : value);
        return field;
    }

    private static <T> Rows.Row<T> row(List<Component> fields, Supplier<@Nullable T> value) {
        return new Rows.Row<>() {
            @Override
            public List<Component> fields() {
                return fields;
            }

            @Override
            public @Nullable T value() {
                return value.get();
            }
        };
    }

    private static @Nullable String blank(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue();
    }

    private static boolean allBlank(TextField... fields) {
        return Stream.of(fields).allMatch(field -> field.getValue().isBlank());
    }
}
