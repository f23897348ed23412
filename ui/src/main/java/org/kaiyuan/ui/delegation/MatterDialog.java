package org.kaiyuan.ui.delegation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.delegation.BasisState;
import org.kaiyuan.delegation.LegalBasis;
import org.kaiyuan.delegation.MatterCodeTaken;
import org.kaiyuan.delegation.MatterDraft;
import org.kaiyuan.delegation.MatterKind;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.Rows;

/** Asks what a matter is, with its legal bases. */
final class MatterDialog {
    final TextField name = new TextField();
    final ComboBox<MatterKind> kind = new ComboBox<>();
    final TextField code = new TextField();
    final TextField basicCode = new TextField();
    final TextField field = new TextField();
    final Rows<LegalBasis> bases;
    final AskDialog dialog;

    private final DelegationDoors doors;

    /**
     * @param before null for a new one
     * @param keep is given what was said, and the version that it is based on
     */
    MatterDialog(
            DelegationDoors doors,
            String title,
            @Nullable MatterDraft before,
            long version,
            SerializableBiConsumer<MatterDraft, Long> keep) {
        this.doors = doors;
        dialog =
                new AskDialog(
                        title,
                        doors.messages().text(locale(), "ui.form.save"),
                        version,
                        basedOn -> {
                            try {
                                keep.accept(said(), basedOn);
                            } catch (MatterCodeTaken taken) {
                                throw AtField.of("code", taken);
                            }
                        });
        dialog.setWidth("min(860px, 96vw)");
        kind.setItems(MatterKind.values());
        kind.setItemLabelGenerator(one -> doors.messages().of(locale(), one));
        kind.setValue(MatterKind.PERMIT);
        name.setMaxLength(300);
        code.setMaxLength(80);
        basicCode.setMaxLength(80);
        field.setMaxLength(60);
        dialog.with("name", label("name"), name).addClassName("wide");
        dialog.with("kind", label("kind"), kind);
        dialog.with("field", label("field"), field);
        dialog.with("code", label("code"), code);
        dialog.with("basicCode", label("basicCode"), basicCode);
        bases =
                new Rows<>(
                        doors.messages().text(locale(), "ui.delegation.bases"),
                        doors.messages().text(locale(), "ui.delegation.basis.new"),
                        this::basis);
        bases.addClassName("wide");
        dialog.form.add(bases);
        if (before != null) {
            name.setValue(before.name());
            kind.setValue(before.kind());
            code.setValue(said(before.code()));
            basicCode.setValue(said(before.basicCode()));
            field.setValue(said(before.field()));
            bases.setValue(before.bases());
        }
    }

    void open() {
        dialog.open();
    }

    private MatterDraft said() {
        return new MatterDraft(
                code.getValue(),
                basicCode.getValue(),
                name.getValue(),
                kind.getValue() == null ? MatterKind.UNSORTED : kind.getValue(),
                field.getValue(),
                bases.now());
    }

    private Rows.Row<LegalBasis> basis(@Nullable LegalBasis basis) {
        var title = new TextField();
        title.setPlaceholder(doors.messages().text(locale(), "ui.delegation.basis.title"));
        title.setAriaLabel(doors.messages().text(locale(), "ui.delegation.basis.title"));
        title.setMaxLength(300);
        var article = new TextField();
        article.setPlaceholder(doors.messages().text(locale(), "ui.delegation.basis.article"));
        article.setAriaLabel(doors.messages().text(locale(), "ui.delegation.basis.article"));
        article.setMaxLength(300);
        var state = new Select<BasisState>();
        state.setItems(BasisState.values());
        state.setItemLabelGenerator(one -> doors.messages().of(locale(), one));
        state.setAriaLabel(doors.messages().text(locale(), "ui.delegation.basis.state"));
        state.setValue(BasisState.IN_FORCE);
        var since = new DayField();
        since.setPlaceholder(doors.messages().text(locale(), "ui.delegation.basis.since"));
        since.setAriaLabel(doors.messages().text(locale(), "ui.delegation.basis.since"));
        if (basis != null) {
            title.setValue(basis.title());
            article.setValue(said(basis.article()));
            state.setValue(basis.state());
            since.setValue(basis.since());
        }
        return new Rows.Row<>() {
            @Override
            public List<Component> fields() {
                return List.of(title, article, state, since);
            }

            @Override
            public @Nullable LegalBasis value() {
                return title.isEmpty() && article.isEmpty()
                        ? null
                        : new LegalBasis(
                                title.getValue(),
                                article.getValue(),
                                state.getValue(),
                                since.getValue());
            }
        };
    }

    private String label(String key) {
        return doors.messages().text(locale(), "delegation.column." + key);
    }

    private static Locale locale() {
        return UI.getCurrent().getLocale();
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}
