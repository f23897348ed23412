package org.kaiyuan.ui.services;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.services.CaseAct;
import org.kaiyuan.services.CaseSheet;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** What dialogs of cases have in common. */
final class CaseAsk {
    private static final int LONG = 2000;

    final CaseDoors doors;
    final Component page;
    final SerializableRunnable then;

    /** @param then what the page does once something was done */
    CaseAsk(CaseDoors doors, Component page, SerializableRunnable then) {
        this.doors = doors;
        this.page = page;
        this.then = then;
    }

    /** A dialog for an act; who was quicker is named, and what was typed stays. */
    AskDialog of(CaseSheet sheet, CaseAct act, SerializableConsumer<Long> run) {
        var title = word("act." + act);
        var ask =
                new AskDialog(
                        title,
                        title,
                        sheet.row().version(),
                        version -> {
                            run.accept(version);
                            Tell.done(word("done", title));
                            then.run();
                        });
        ask.changes(this::changed);
        ask.form.addClassName("top");
        return ask;
    }

    private String changed(ChangeEntry change) {
        var act =
                Arrays.stream(CaseAct.values())
                        .filter(one -> one.name().equalsIgnoreCase(change.act()))
                        .findFirst();
        return word(
                "changed",
                change.actorName(),
                Shown.moment(change.at()),
                act.map(one -> doors.messages().of(page.getUI().orElseThrow().getLocale(), one))
                        .orElse(""));
    }

    TextArea longText(int most) {
        var text = new TextArea();
        text.setMaxLength(most);
        text.addClassName("wide");
        text.setMinRows(3);
        return text;
    }

    TextArea longText() {
        return longText(LONG);
    }

    static TextField line(int most) {
        var text = new TextField();
        text.setMaxLength(most);
        return text;
    }

    <E extends Enum<E>> RadioButtonGroup<E> choice(List<E> all) {
        var choice = new RadioButtonGroup<E>();
        choice.setItems(all);
        choice.setItemLabelGenerator(
                one -> page.getTranslation(org.kaiyuan.platform.refusal.Messages.keyOf(one)));
        choice.addClassName("wide");
        return choice;
    }

    static <T> T needed(String field, @Nullable T value) {
        if (value == null) {
            throw new ServicesFieldsRefused(field, "services.rule.required");
        }
        return value;
    }

    static String text(String field, String value) {
        if (value.isBlank()) {
            throw new ServicesFieldsRefused(field, "services.rule.required");
        }
        return value.strip();
    }

    static @Nullable String perhaps(String value) {
        return value.isBlank() ? null : value.strip();
    }

    String word(String key, Object... arguments) {
        return page.getTranslation("ui.services.desk." + key, arguments);
    }
}
