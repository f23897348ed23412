package org.kaiyuan.ui.leads;

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
import org.kaiyuan.leads.LeadImportDecision;
import org.kaiyuan.leads.LeadImportDirectory;
import org.kaiyuan.leads.LikelyChoice;
import org.kaiyuan.leads.LikelyTwin;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.imports.ImportPage;
import org.kaiyuan.ui.kit.KeysetPages;
import org.kaiyuan.ui.kit.Shown;

/** Rows of a file that are perhaps leads already, each with what may become of it. */
class LikelyTwinsPanel extends Div {
    final Grid<LikelyTwin> rows = new Grid<>();

    private final transient LeadImportDecision decision;
    private final transient Messages messages;
    private final UUID id;
    private final boolean done;
    private final transient Runnable decided;

    /**
     * @param done whether the import was written, so that what was taken stays
     * @param decided is told when something was decided
     */
    LikelyTwinsPanel(
            UUID id,
            boolean done,
            LeadImportDirectory directory,
            LeadImportDecision decision,
            Messages messages,
            Runnable decided) {
        this.id = id;
        this.done = done;
        this.decision = decision;
        this.messages = messages;
        this.decided = decided;
        var pages =
                new KeysetPages<LikelyTwin>((after, limit) -> {
                    var page =
                            directory.likelyTwins(
                                    id, after == null ? 0 : Long.parseLong(after), limit);
                    return new KeysetPages.Page<>(
                            page, page.size() < limit ? null : Long.toString(page.getLast().row()));
                });
        rows.addColumn(LikelyTwin::row)
                .setHeader(getTranslation("ui.import.row"))
                .setWidth("80px")
                .setFlexGrow(0);
        rows.addComponentColumn(row -> named(new Span(row.projectName()), row.investor()))
                .setHeader(getTranslation("ui.import.inFile"))
                .setWidth("220px");
        rows.addComponentColumn(this::existing)
                .setHeader(getTranslation("ui.leads.import.likeWhat"))
                .setWidth("240px");
        rows.addComponentColumn(this::choices)
                .setHeader(getTranslation("ui.import.decision"))
                .setWidth("220px")
                .setFlexGrow(0);
        rows.setItems(query -> pages.read(query.getOffset(), query.getLimit()));
        rows.setPageSize(50);
        rows.setAllRowsVisible(
                directory.likelyTwins(id, 0, ImportPage.FEW).size() < ImportPage.FEW);
        rows.addClassName("import-rows");
        var all = new Div();
        all.addClassName("actions");
        all.add(new Span(getTranslation("ui.import.decideAll")));
        for (var choice : LikelyChoice.values()) {
            all.add(button(choice, null));
        }
        add(
                new H2(getTranslation("ui.import.duplicates")),
                new Paragraph(getTranslation("ui.leads.import.likely.detail")),
                all,
                rows);
    }

    private Component existing(LikelyTwin row) {
        var reason = messages.of(getLocale(), row.reason());
        if (row.otherRow() != null) {
            return named(
                    new Span(getTranslation("ui.import.otherRow", String.valueOf(row.otherRow()))),
                    reason);
        }
        var existing = row.existing();
        return existing == null
                ? named(new Span(getTranslation("ui.leads.twins.hidden")), reason)
                : named(
                        new Anchor("leads/" + existing.id(), existing.projectName()),
                        reason + " · " + Shown.text(existing.investor()));
    }

    private Component choices(LikelyTwin row) {
        var decidedNow = row.decision();
        if (done && decidedNow == LikelyChoice.TAKE_AS_NEW) {
            var chip = new Span(messages.of(getLocale(), decidedNow));
            chip.addClassName("chip");
            return chip;
        }
        var choices = new Div();
        choices.addClassName("chips");
        for (var choice : LikelyChoice.values()) {
            var button = button(choice, row);
            if (choice == decidedNow) {
                button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                button.getElement().setAttribute("aria-pressed", "true");
            }
            choices.add(button);
        }
        return choices;
    }

    private Button button(LikelyChoice choice, @Nullable LikelyTwin row) {
        var text = messages.of(getLocale(), choice);
        var button =
                new Button(
                        text,
                        click -> {
                            decision.decide(id, row == null ? null : List.of(row.row()), choice);
                            decided.run();
                        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        if (row != null) {
            button.setAriaLabel(text + " " + row.projectName());
        }
        return button;
    }

    private static Component named(Component name, @Nullable String below) {
        var sub = new Span(Shown.text(below));
        sub.addClassName("sub");
        var cell = new Div(name, sub);
        cell.addClassName("name-cell");
        return cell;
    }
}
