package org.kaiyuan.ui.services;

import static org.kaiyuan.ui.services.PortalPieces.word;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.platform.refusal.Refusal;
import org.kaiyuan.services.CaseDraft;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.DraftId;
import org.kaiyuan.services.FormAnswers;
import org.kaiyuan.services.FormDefinition;
import org.kaiyuan.services.FormField;
import org.kaiyuan.services.ServicesChangedMeanwhile;
import org.kaiyuan.services.ServicesFieldsRefused;
import org.kaiyuan.ui.kit.Shown;

/**
 * Keeps what is filled in: at once, again and again, together with colleagues. Nothing that was typed is lost: what a
 * colleague changed meanwhile is put together with it, and where both changed the same, both are shown.
 */
class PortalDraftKeeping extends Div {
    final Span said = new Span();
    final Div clash = new Div();
    private final transient PortalServiceDoors doors;
    private final DraftId id;
    private final transient FormDefinition form;
    private final transient PortalDraftInput input;
    private final SerializableConsumer<CaseId> handedIn;
    private final Set<String> open = new LinkedHashSet<>();
    private transient FormAnswers kept;
    private transient FormAnswers theirs = FormAnswers.NONE;
    private long version;
    private String lastSaved = "";

    /** @param handedIn is told where a colleague has handed it in meanwhile */
    PortalDraftKeeping(
            PortalServiceDoors doors,
            CaseDraft draft,
            PortalDraftInput input,
            SerializableConsumer<CaseId> handedIn) {
        this.doors = doors;
        this.id = draft.id();
        this.form = draft.note().form();
        this.input = input;
        this.handedIn = handedIn;
        addClassName("draft-keeping");
        said.getElement().setAttribute("role", "status");
        clash.addClassNames("conflict");
        clash.getElement().setAttribute("role", "alert");
        clash.setVisible(false);
        add(said, clash);
        input.show(PortalDraftInput.said(draft.filledIn()));
        kept = input.said();
        version = draft.version();
        saved(draft.updatedName(), draft.updatedAt());
    }

    long version() {
        return version;
    }

    /** Something was changed, and is kept in a moment. */
    void touched() {
        if (open.isEmpty()) {
            said.setText(word(this, "draft.unsaved"));
            said.setClassName("bad", false);
        }
    }

    /**
     * Keeps what is filled in now.
     *
     * @return whether all of it is kept
     */
    boolean keep() {
        if (!open.isEmpty()) {
            return false;
        }
        var typed = input.said();
        if (typed.equals(kept)) {
            said.setText(lastSaved);
            return true;
        }
        try {
            version = doors.drafting().save(id, PortalDraftInput.filledIn(typed), version);
            kept = typed;
            saved(doors.person().displayName(), doors.clock().instant());
            return true;
        } catch (ServicesChangedMeanwhile meanwhile) {
            return meet(typed);
        } catch (ServicesFieldsRefused refused) {
            input.pane.mark(refused.fields());
            notSaved(doors.messages().text(PortalPieces.locale(this), refused));
            return false;
        } catch (Refusal refused) {
            notSaved(doors.messages().whole(PortalPieces.locale(this), refused));
            return false;
        }
    }

    /** A colleague was quicker: what they saved and what was typed here are put together. */
    boolean meet(FormAnswers typed) {
        var now = doors.drafting().find(id);
        if (now.submitted() != null) {
            handedIn.accept(now.submitted());
            return false;
        }
        input.show(PortalDraftInput.said(now.filledIn()));
        theirs = input.said();
        var merged = PortalDraftMerge.of(kept, typed, theirs);
        input.show(merged.answers());
        kept = theirs;
        version = now.version();
        open.addAll(merged.clashes());
        if (!open.isEmpty()) {
            showClash(now);
            notSaved(word(this, "draft.clash.waits"));
            return false;
        }
        var mine = input.said();
        if (!mine.equals(kept)) {
            version = doors.drafting().save(id, PortalDraftInput.filledIn(mine), version);
            kept = mine;
        }
        saved(doors.person().displayName(), doors.clock().instant());
        if (merged.taken() > 0) {
            said.setText(
                    said.getText()
                            + " · "
                            + word(this, "draft.merged", now.updatedName(), merged.taken()));
        }
        return true;
    }

    private void showClash(CaseDraft now) {
        clash.removeAll();
        clash.add(
                new Paragraph(
                        word(
                                this,
                                "draft.clash",
                                now.updatedName(),
                                Shown.moment(now.updatedAt()))));
        var mine = input.said();
        for (var key : List.copyOf(open)) {
            clash.add(line(key, mine));
        }
        clash.setVisible(true);
        clash.scrollIntoView();
    }

    private Div line(String key, FormAnswers mine) {
        var field = field(key);
        var title = new Span(label(key, field));
        title.addClassName("title");
        var line = PortalPieces.row("clash-line", title);
        var own = new Button(word(this, "draft.clash.mine"), click -> settle(key, line, false));
        var other = new Button(word(this, "draft.clash.theirs"), click -> settle(key, line, true));
        for (var button : List.of(own, other)) {
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setAriaLabel(button.getText() + " " + title.getText());
        }
        line.add(
                PortalPieces.row(
                        "clash-side",
                        PortalPieces.fact(word(this, "draft.mine"), shown(field, key, mine)),
                        own),
                PortalPieces.row(
                        "clash-side",
                        PortalPieces.fact(word(this, "draft.theirs"), shown(field, key, theirs)),
                        other));
        return line;
    }

    private void settle(String key, Div line, boolean asTheirs) {
        if (!open.remove(key)) {
            return;
        }
        if (asTheirs) {
            input.show(PortalDraftMerge.with(input.said(), key, theirs));
        }
        clash.remove(line);
        if (open.isEmpty()) {
            clash.removeAll();
            clash.setVisible(false);
            if (keep()) {
                saved(doors.person().displayName(), doors.clock().instant());
            }
        }
    }

    private String label(String key, @Nullable FormField field) {
        var label =
                field == null
                        ? input.label(key)
                        : FormWords.label(PortalPieces.locale(this), field);
        return label == null ? key : label;
    }

    private @Nullable FormField field(String key) {
        return form.fields().stream().filter(one -> one.key().equals(key)).findFirst().orElse(null);
    }

    private String shown(@Nullable FormField field, String key, FormAnswers answers) {
        var rows = answers.tables().get(key);
        if (rows != null && !rows.isEmpty()) {
            return rows.stream()
                    .map(Map::values)
                    .map(cells -> String.join(" · ", cells))
                    .collect(Collectors.joining("\n"));
        }
        var values = answers.values().getOrDefault(key, List.of());
        return field == null || values.isEmpty()
                ? String.join(" ", values)
                : FormWords.answer(
                        PortalPieces.locale(this), field, values, one -> getTranslation(one));
    }

    private void saved(String by, Instant at) {
        lastSaved = word(this, "draft.saved", Shown.moment(at), by);
        said.setText(lastSaved);
        said.setClassName("bad", false);
    }

    private void notSaved(String why) {
        said.setText(word(this, "draft.notSaved", why));
        said.setClassName("bad", true);
    }
}
