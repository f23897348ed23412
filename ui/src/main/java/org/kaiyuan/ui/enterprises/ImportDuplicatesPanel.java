package org.kaiyuan.ui.enterprises;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.enterprises.DuplicateChoice;
import org.kaiyuan.enterprises.DuplicateDecision;
import org.kaiyuan.enterprises.ImportDirectory;
import org.kaiyuan.enterprises.LikelyDuplicate;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.imports.ImportPage;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Shown;

/** Rows whose name is in the directory already, each with what may become of it. */
class ImportDuplicatesPanel extends Div {
    final Grid<LikelyDuplicate> rows = new Grid<>();

    private final transient DuplicateDecision decision;
    private final transient Messages messages;
    private final UUID id;
    private final boolean done;
    private final transient Runnable decided;

    /**
     * @param done whether the import was written, so that what was taken stays
     * @param decided is told when something was decided
     */
    ImportDuplicatesPanel(
            UUID id,
            boolean done,
            ImportDirectory directory,
            DuplicateDecision decision,
            Messages messages,
            Runnable decided) {
        this.id = id;
        this.done = done;
        this.decision = decision;
        this.messages = messages;
        this.decided = decided;
        var pages =
                new KeysetPages<LikelyDuplicate>((after, limit) -> {
                    var page =
                            directory.likelyDuplicates(
                                    id, after == null ? 0 : Long.parseLong(after), limit);
                    return new KeysetPages.Page<>(
                            page, page.size() < limit ? null : Long.toString(page.getLast().row()));
                });
        rows.addColumn(LikelyDuplicate::row)
                .setHeader(getTranslation("ui.import.row"))
                .setWidth("80px")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> named(new Span(row.name()), row.creditCode()))
                .setHeader(getTranslation("ui.import.inFile"))
                .setWidth("220px");
        rows.addComponentColumn(this::existing)
                .setHeader(getTranslation("ui.import.inDirectory"))
                .setWidth("220px");
        rows.addComponentColumn(this::choices)
                .setHeader(getTranslation("ui.import.decision"))
                .setWidth("330px")
                .setFlexGrow(0);
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.setPageSize(50);
        rows.setAllRowsVisible(
                directory.likelyDuplicates(id, 0, ImportPage.FEW).size() < ImportPage.FEW);
        rows.addClassName("import-rows");
        var all = new Div();
        all.addClassName("actions");
        all.add(new Span(getTranslation("ui.import.decideAll")));
        for (var choice : DuplicateChoice.values()) {
            all.add(button(choice, messages.of(getLocale(), choice), null));
        }
        add(
                new H2(getTranslation("ui.import.duplicates")),
                new Paragraph(getTranslation("ui.import.duplicates.detail")),
                all,
                rows);
    }

    private Component existing(LikelyDuplicate row) {
        var existing = row.existing();
        return existing == null
                ? new Span(getTranslation("ui.import.otherRow", String.valueOf(row.otherRow())))
                : named(
                        new Anchor("enterprises/" + existing, Shown.text(row.existingName())),
                        row.existingCreditCode());
    }

    private Component choices(LikelyDuplicate row) {
        var decided = row.decision();
        if (done && decided != null && decided != DuplicateChoice.KEEP_OUT) {
            var chip = new Span(messages.of(getLocale(), decided));
            chip.addClassName("chip");
            return chip;
        }
        var choices = new Div();
        choices.addClassName("chips");
        for (var choice : DuplicateChoice.values()) {
            if (choice != DuplicateChoice.SAME_RECORD || row.existing() != null) {
                var button = button(choice, messages.of(getLocale(), choice), row);
                if (choice == decided) {
                    button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                    button.getElement().setAttribute("aria-pressed", "true");
                }
                choices.add(button);
            }
        }
        return choices;
    }

    private Button button(DuplicateChoice choice, String text, @Nullable LikelyDuplicate row) {
        var button =
                new Button(
                        text,
                        click -> {
                            decision.decide(id, row == null ? null : List.of(row.row()), choice);
                            decided.run();
                        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        if (row != null) {
            button.setAriaLabel(text + " " + row.name());
        }
        return button;
    }

    private static Component named(Component name, @Nullable String code) {
        var sub = new Span(Shown.text(code));
        sub.addClassName("sub");
        var cell = new Div(name, sub);
        cell.addClassName("name-cell");
        return cell;
    }
}
