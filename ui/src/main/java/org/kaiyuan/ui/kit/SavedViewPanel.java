package org.kaiyuan.ui.kit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.views.KeptViews;
import org.kaiyuan.platform.views.SavedView;
import org.kaiyuan.platform.views.ViewStore;

/** The views that one keeps or that colleagues share, and keeping the present one. */
public final class SavedViewPanel<Q> extends Div {
    public final Div list = new Div();
    public final TextField name = new TextField();
    public final Checkbox shared = new Checkbox();
    public final Checkbox present = new Checkbox();
    public final Button save = new Button();
    public final Button leave = new Button();
    private final FieldMarks marks = new FieldMarks(this);

    private final transient KeptViews<Q> views;
    private final transient Supplier<Q> asked;
    private final transient Consumer<Q> opened;

    /** The view that is being changed; null while a new one may be kept. */
    private transient @Nullable SavedView<Q> changing;

    /**
     * @param asked what is asked now
     * @param opened is told what a view asks
     */
    public SavedViewPanel(KeptViews<Q> views, Supplier<Q> asked, Consumer<Q> opened) {
        this.views = views;
        this.asked = asked;
        this.opened = opened;
        addClassName("saved-views");
        name.setMaxLength(ViewStore.LONGEST_NAME);
        marks.at("name", name);
        shared.setLabel(getTranslation("ui.views.share"));
        present.setLabel(getTranslation("ui.views.present"));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        save.setDisableOnClick(true);
        save.addClickListener(click -> {
            try {
                keep();
            } finally {
                save.setEnabled(true);
            }
        });
        leave.setText(getTranslation("ui.views.leave"));
        leave.addClickListener(click -> change(null));
        change(null);
        var fresh = new Div(name, shared, present, new Div(save, leave));
        fresh.addClassName("fresh");
        add(list, fresh);
    }

    private void keep() {
        if (marks.done(this::store)) {
            Tell.done(getTranslation("ui.views.saved", name.getValue().strip()));
            change(null);
            refresh();
        }
    }

    private void store() {
        var old = changing;
        if (old == null) {
            views.save(name.getValue(), asked.get(), shared.getValue());
        } else {
            var question = present.getValue() ? asked.get() : old.question();
            views.revise(old.id(), name.getValue(), question, shared.getValue());
        }
    }

    /** Puts the fields to this view, or to a new one. */
    private void change(@Nullable SavedView<Q> view) {
        changing = view;
        name.setInvalid(false);
        name.setLabel(getTranslation(view == null ? "ui.views.name" : "ui.views.rename"));
        name.setValue(view == null ? "" : view.name());
        shared.setValue(view != null && view.shared());
        present.setVisible(view != null);
        present.setValue(false);
        leave.setVisible(view != null);
        save.setText(getTranslation(view == null ? "ui.views.save" : "ui.views.revise"));
        if (view != null) {
            name.focus();
        }
    }

    public void refresh() {
        list.removeAll();
        var kept = views.list();
        kept.forEach(view -> list.add(row(view)));
        if (kept.isEmpty()) {
            var nothing = new Div(getTranslation("ui.views.none"));
            nothing.addClassName("nothing");
            list.add(nothing);
        }
    }

    private Div row(SavedView<Q> view) {
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
            var edit = new Button(new Glyph(Glyph.Of.EDIT), click -> change(view));
            edit.setAriaLabel(getTranslation("ui.views.edit", view.name()));
            edit.addThemeNames("tertiary", "icon");
            var remove =
                    new Button(
                            new Glyph(Glyph.Of.TRASH),
                            click -> {
                                views.remove(view.id());
                                change(null);
                                refresh();
                            });
            remove.setAriaLabel(getTranslation("ui.views.remove", view.name()));
            remove.addThemeNames("tertiary", "icon");
            var acts = new Div(edit, remove);
            acts.addClassName("acts");
            row.add(acts);
        }
        return row;
    }
}
