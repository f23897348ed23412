package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kaiyuan.enterprises.EnterpriseQuestion;
import org.kaiyuan.enterprises.SavedView;
import org.kaiyuan.enterprises.SavedViews;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Tell;

/** The views that one keeps or that colleagues share, and keeping the present one. */
class SavedViewPanel extends Div {
    final Div list = new Div();
    final TextField name = new TextField();
    final Checkbox shared = new Checkbox();
    final Button save = new Button();

    private final transient SavedViews views;
    private final transient Consumer<EnterpriseQuestion> opened;

    SavedViewPanel(
            SavedViews views,
            Supplier<EnterpriseQuestion> asked,
            Consumer<EnterpriseQuestion> opened) {
        this.views = views;
        this.opened = opened;
        addClassName("saved-views");
        name.setLabel(getTranslation("ui.views.name"));
        name.setMaxLength(60);
        shared.setLabel(getTranslation("ui.views.share"));
        save.setText(getTranslation("ui.views.save"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                views.save(name.getValue(), asked.get(), shared.getValue());
                Tell.done(getTranslation("ui.views.saved", name.getValue().strip()));
                name.clear();
                shared.clear();
                refresh();
            } finally {
                save.setEnabled(true);
            }
        });
        var fresh = new Div(name, shared, save);
        fresh.addClassName("fresh");
        add(list, fresh);
    }

    void refresh() {
        list.removeAll();
        var kept = views.list();
        kept.forEach(view -> list.add(row(view)));
        if (kept.isEmpty()) {
            var nothing = new Div(getTranslation("ui.views.none"));
            nothing.addClassName("nothing");
            list.add(nothing);
        }
    }

    private Div row(SavedView view) {
        var open = new Button(view.name(), click -> opened.accept(view.question()));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var row = new Div(open);
        row.addClassName("row");
        if (view.shared()) {
            var chip =
                    new Span(
                            view.mine()
                                    ? getTranslation("ui.views.shared")
                                    : getTranslation("ui.views.sharedBy", view.ownerName()));
            chip.addClassName("chip");
            row.add(chip);
        }
        if (view.mine()) {
            var remove =
                    new Button(
                            new Glyph(Glyph.Of.TRASH),
                            click -> {
                                views.remove(view.id());
                                refresh();
                            });
            remove.setAriaLabel(getTranslation("ui.views.remove", view.name()));
            remove.addThemeNames("tertiary", "icon");
            row.add(remove);
        }
        return row;
    }
}
