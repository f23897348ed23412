package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.Gate;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadMoveRefused;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadRecords;
import org.kaiyuan.leads.LeadStage;
import org.kaiyuan.leads.MoveOrder;
import org.kaiyuan.leads.RefusedGate;
import org.kaiyuan.platform.files.AttachedFile;
import org.kaiyuan.platform.files.Attachments;
import org.kaiyuan.ui.kit.Tell;

/** Why a lead may not go on yet, with the way to mend it or past it; or the reason for a step back. */
class MoveDialog extends Dialog {
    final Div gates = new Div();
    final TextArea reason = new TextArea();
    final ComboBox<AttachedFile> file = new ComboBox<>();
    final Button again = new Button();
    final Button go = new Button();

    private final transient MoveDoors doors;
    private final transient StageWords words;
    private final LeadId lead;
    private final LeadStage from;
    private final LeadStage to;
    private final boolean back;
    private final SerializableRunnable moved;
    private final Div overriding = new Div();
    private boolean override;

    /**
     * @param from where whoever moves it saw it; one that has been moved since is not moved again
     * @param moved is run when it has moved
     */
    MoveDialog(
            MoveDoors doors,
            LeadId lead,
            LeadStage from,
            LeadStage to,
            SerializableRunnable moved) {
        this.doors = doors;
        this.lead = lead;
        this.from = from;
        this.to = to;
        this.moved = moved;
        words = new StageWords(doors.rules().rules(), doors.messages(), getLocale());
        back = words.isBack(from, to);
        setHeaderTitle(getTranslation("ui.leads.list.move.title", words.of(from), words.of(to)));
        setWidth("min(640px, 94vw)");
        addClassName("move-dialog");
        reason.setLabel(getTranslation("ui.leads.list.move.reason"));
        reason.setMaxLength(500);
        reason.setWidthFull();
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        reason.addValueChangeListener(change -> allow());
        file.setLabel(getTranslation("ui.leads.list.move.file"));
        file.setItemLabelGenerator(AttachedFile::name);
        file.setWidthFull();
        file.addValueChangeListener(change -> allow());
        gates.addClassName("gates");
        gates.getElement().setAttribute("role", "status");
        overriding.addClassName("overriding");
        again.setText(getTranslation("ui.leads.list.move.again"));
        again.addClickListener(click -> tryAgain());
        go.setDisableOnClick(true);
        go.addClickListener(click -> {
            try {
                move(new MoveOrder(to, reason.getValue(), override, chosen()));
            } finally {
                allow();
            }
        });
        var cancel = new Button(getTranslation("ui.cancel"), click -> close());
        getFooter().add(cancel, again, go);
        add(gates, overriding);
        if (back) {
            goBack();
        } else {
            show(doors.moves().refusing(lead, to));
        }
    }

    /** Moves it at once where nothing stands in the way, or opens the dialog that says what does. */
    static void moveOrAsk(
            MoveDoors doors,
            LeadId lead,
            LeadStage from,
            LeadStage to,
            SerializableRunnable moved) {
        var dialog = new MoveDialog(doors, lead, from, to, moved);
        if (dialog.back || dialog.isRefused()) {
            dialog.open();
        } else {
            dialog.move(MoveOrder.to(to));
        }
    }

    private boolean isRefused() {
        return gates.getComponentCount() > 0;
    }

    private void goBack() {
        again.setVisible(false);
        gates.setVisible(false);
        reason.setRequiredIndicatorVisible(true);
        overriding.add(new Paragraph(getTranslation("ui.leads.list.move.back")), reason);
        go.setText(getTranslation("ui.leads.list.move.go", words.of(to)));
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        allow();
        reason.focus();
    }

    private void tryAgain() {
        var refused = doors.moves().refusing(lead, to);
        if (refused.isEmpty()) {
            move(MoveOrder.to(to));
        } else {
            show(refused);
        }
    }

    private void show(List<RefusedGate> refused) {
        gates.removeAll();
        overriding.removeAll();
        override = !refused.isEmpty() && doors.person().may(LeadPermissions.OVERRIDE);
        if (!refused.isEmpty()) {
            gates.add(
                    new Paragraph(
                            getTranslation("leads.refusal.gates", words.of(to), refused.size())));
            var list = new UnorderedList();
            refused.forEach(gate -> list.add(entry(gate)));
            gates.add(list);
        }
        if (override) {
            var kept = doors.attachments().of(LeadRecords.of(lead), null, Attachments.MOST).items();
            file.setItems(kept);
            reason.setRequiredIndicatorVisible(true);
            file.setRequiredIndicatorVisible(true);
            overriding.add(
                    new H3(getTranslation("ui.leads.list.move.override")),
                    new Paragraph(getTranslation("ui.leads.list.move.override.detail")),
                    reason);
            if (kept.isEmpty()) {
                overriding.add(
                        new Paragraph(
                                new Span(getTranslation("ui.leads.list.move.noFile")),
                                link(
                                        LeadNavigation.lead(lead),
                                        "files",
                                        "ui.leads.list.move.open")));
            } else {
                overriding.add(file);
            }
        }
        again.setVisible(!refused.isEmpty());
        go.setVisible(refused.isEmpty() || override);
        go.removeThemeVariants(ButtonVariant.LUMO_ERROR, ButtonVariant.LUMO_PRIMARY);
        go.addThemeVariants(override ? ButtonVariant.LUMO_ERROR : ButtonVariant.LUMO_PRIMARY);
        go.setText(
                override
                        ? getTranslation("ui.leads.list.move.override.go")
                        : getTranslation("ui.leads.list.move.go", words.of(to)));
        allow();
    }

    private Component entry(RefusedGate refused) {
        var gate = refused.gate();
        var sentence = new Div(getTranslation("leads.gate." + gate));
        sentence.addClassName("sentence");
        var source =
                new Div(
                        getTranslation(
                                "ui.leads.list.move.source",
                                getTranslation("leads.gate." + gate + ".source")));
        source.addClassName("sub");
        var item = new ListItem(sentence);
        if (!refused.missing().isEmpty()) {
            var missing = new Div();
            missing.addClassName("chips");
            for (var field : refused.missing()) {
                var chip = new Span(getTranslation("leads.column." + field));
                chip.addClassNames("chip", "missing");
                missing.add(chip);
            }
            item.add(missing);
        }
        boolean field = gate == Gate.FIELDS || !refused.missing().isEmpty();
        if (gate == Gate.LAND_SUPPLIED) {
            item.add(source, link("plots/match?lead=" + lead, null, "ui.plots.match.find"));
            return item;
        }
        item.add(
                source,
                link(
                        field ? LeadNavigation.form(lead) : LeadNavigation.lead(lead),
                        field ? null : tab(gate),
                        field ? "ui.leads.list.move.fill" : "ui.leads.list.move.open"));
        return item;
    }

    /** Where what the gate wants is entered. */
    private static @Nullable String tab(Gate gate) {
        return switch (gate) {
            case FILES -> "files";
            case REVIEW_PASSED -> "reviews";
            case AGREEMENT, ENTERPRISE -> "agreements";
            case ENVIRONMENT, ENERGY -> "clearances";
            default -> null;
        };
    }

    /** The dialog does not lie over what it leads to. */
    private Anchor link(String address, @Nullable String tab, String key) {
        var link = new Anchor(tab == null ? address : address + "?tab=" + tab, getTranslation(key));
        link.getElement().addEventListener("click", click -> close());
        return link;
    }

    private void allow() {
        boolean reasoned = reason.getValue().strip().length() >= 2;
        go.setEnabled(back ? reasoned : !override || (reasoned && file.getValue() != null));
    }

    private @Nullable UUID chosen() {
        var value = file.getValue();
        return value == null ? null : value.id().value();
    }

    private void move(MoveOrder order) {
        try {
            doors.moves().moveFrom(lead, from, order);
        } catch (LeadMoveRefused refused) {
            close();
            moved.run();
            if (refused.now() == from) {
                throw refused;
            }
            // somebody else was quicker, or another tab: what was shown is old
            Tell.refused(
                    getTranslation(
                            refused.now() == to
                                    ? "ui.leads.list.move.there"
                                    : "ui.leads.list.move.meanwhile",
                            words.of(refused.now()),
                            words.of(to)));
            return;
        }
        close();
        Tell.done(getTranslation("ui.leads.list.move.done", words.of(to)));
        moved.run();
    }
}
