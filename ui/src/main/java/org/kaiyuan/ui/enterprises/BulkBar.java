package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.kaiyuan.enterprises.EnterpriseId;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.EnterpriseTagging;
import org.kaiyuan.ui.kit.Shown;
import org.kaiyuan.ui.kit.Tell;

/** What can be done to the selected rows, or to everything that was found. */
class BulkBar extends Div {
    final ComboBox<String> tag = new ComboBox<>();
    final Button put = new Button();
    final Button take = new Button();
    final Button all = new Button();
    final Button none = new Button();
    final Span told = new Span();

    private final transient EnterpriseTagging tagging;
    private final transient Supplier<EnterpriseQuestion> asked;
    private final transient Runnable done;
    private transient Set<EnterpriseId> selected = Set.of();
    private boolean everything;
    private String total = "";

    BulkBar(
            EnterpriseTagging tagging,
            List<String> tags,
            Supplier<EnterpriseQuestion> asked,
            Runnable done) {
        this.tagging = tagging;
        this.asked = asked;
        this.done = done;
        addClassName("bulk-bar");
        tag.setItems(tags);
        tag.setAllowCustomValue(true);
        tag.addCustomValueSetListener(typed -> tag.setValue(typed.getDetail()));
        tag.setPlaceholder(getTranslation("ui.enterprises.tag"));
        tag.setAriaLabel(getTranslation("ui.enterprises.tag"));
        put.setText(getTranslation("ui.bulk.tag"));
        put.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        put.addClickListener(click -> tag(true));
        take.setText(getTranslation("ui.bulk.untag"));
        take.addClickListener(click -> tag(false));
        all.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        all.addClickListener(click -> {
            everything = true;
            say();
        });
        none.setText(getTranslation("ui.bulk.none"));
        none.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        none.addClickListener(click -> done.run());
        told.getElement().setAttribute("role", "status");
        add(told, all, tag, put, take, none);
        setVisible(false);
    }

    /** @param found how many the question finds, as the page says it */
    void selected(Set<EnterpriseId> ids, String found) {
        selected = ids;
        total = found;
        everything = false;
        setVisible(!ids.isEmpty());
        say();
    }

    private void say() {
        told.setText(
                everything
                        ? getTranslation("ui.bulk.everything", total)
                        : getTranslation("ui.bulk.selected", Shown.figure(selected.size())));
        all.setText(getTranslation("ui.bulk.all", total));
        all.setVisible(!everything);
    }

    private void tag(boolean putting) {
        var text = tag.getValue() == null ? "" : tag.getValue();
        int changed;
        if (everything) {
            changed =
                    putting
                            ? tagging.tagAll(asked.get(), text)
                            : tagging.untagAll(asked.get(), text);
        } else {
            changed = putting ? tagging.tag(selected, text) : tagging.untag(selected, text);
        }
        Tell.done(
                getTranslation(
                        putting ? "ui.bulk.tagged" : "ui.bulk.untagged",
                        Shown.figure(changed),
                        text));
        tag.clear();
        done.run();
    }
}
