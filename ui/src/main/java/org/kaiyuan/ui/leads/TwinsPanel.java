package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableSupplier;
import java.math.BigDecimal;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.leads.LeadProfile;
import org.kaiyuan.leads.LeadTwin;
import org.kaiyuan.leads.LeadTwins;
import org.kaiyuan.leads.Likeness;
import org.kaiyuan.platform.refusal.Messages;
import org.kaiyuan.ui.kit.Shown;

/**
 * Says beside a form whether a lead like the one that is being entered is there already. Empty, and not shown,
 * while there is none.
 *
 * <p>{@link #watch} a text field and it looks again a moment after somebody stops typing; {@link #look} does so at
 * once.
 */
final class TwinsPanel extends Div {
    /** How long somebody must have stopped typing. */
    private static final int PAUSE_MILLIS = 600;

    private final transient LeadTwins twins;
    private final transient Messages messages;
    private final SerializableSupplier<LeadProfile> profile;
    private final @Nullable LeadId self;
    private @Nullable Set<Likeness> lookedFor;

    /**
     * @param profile what is known so far; may be unfinished
     * @param self the lead itself, when it is stored already
     */
    TwinsPanel(
            LeadTwins twins,
            Messages messages,
            SerializableSupplier<LeadProfile> profile,
            @Nullable LeadId self) {
        this.twins = twins;
        this.messages = messages;
        this.profile = profile;
        this.self = self;
        addClassName("twins");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Looks again whenever this field has changed. */
    void watch(TextField field) {
        field.setValueChangeMode(ValueChangeMode.TIMEOUT);
        field.setValueChangeTimeout(PAUSE_MILLIS);
        watch((HasValue<?, ?>) field);
    }

    /** Looks again whenever this field has changed. */
    void watch(HasValue<?, ?> field) {
        field.addValueChangeListener(change -> look());
    }

    /** Looks again, unless nothing that twins have in common has changed. */
    void look() {
        var known = profile.get();
        var likeness = Likeness.of(known);
        if (likeness.equals(lookedFor)) {
            return;
        }
        lookedFor = likeness;
        var found = twins.of(known, self);
        removeAll();
        setVisible(!found.isEmpty());
        if (found.isEmpty()) {
            return;
        }
        if (!found.seen().isEmpty()) {
            var title = new Div(getTranslation("ui.leads.twins.title"));
            title.addClassName("what");
            add(title);
        }
        found.seen().forEach(twin -> add(entry(twin)));
        if (found.hidden()) {
            var hidden = new Div(getTranslation("ui.leads.twins.hidden"));
            hidden.addClassName("hidden-twin");
            add(hidden);
        }
    }

    private Component entry(LeadTwin twin) {
        var lead = twin.lead();
        var link = new Anchor("leads/" + lead.id(), lead.projectName());
        link.setTarget("_blank"); // what was typed so far stays
        var why =
                new Span(
                        twin.reasons().stream()
                                .map(reason -> messages.of(getLocale(), reason))
                                .collect(Collectors.joining("、")));
        why.addClassName("chip");
        var yuan = lead.investmentYuan();
        var sub =
                new Span(
                        String.join(
                                " · ",
                                Shown.text(lead.investor()),
                                messages.of(getLocale(), lead.stage()),
                                messages.of(getLocale(), lead.state()),
                                lead.ownerName() == null
                                        ? getTranslation("ui.leads.twins.pool")
                                        : lead.ownerName(),
                                getTranslation(
                                        "ui.leads.twins.wan",
                                        Shown.tenThousands(
                                                yuan == null ? null : BigDecimal.valueOf(yuan)))));
        sub.addClassName("sub");
        var entry = new Div(new Div(link, why), sub);
        entry.addClassName("twin");
        return entry;
    }
}
