package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.FollowupLine;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.platform.records.Moment;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** All talks about a lead, the newest first, page by page. */
class FollowupPanel extends Div {
    private static final int PAGE = 20;

    final Div lines = new Div();
    final Button more = new Button();
    private final transient LeadDoors doors;
    private final LeadId lead;
    private transient @Nullable Moment last;

    FollowupPanel(LeadDoors doors, LeadId lead) {
        this.doors = doors;
        this.lead = lead;
        lines.addClassName("timeline");
        more.setText(getTranslation("ui.more"));
        more.addClickListener(click -> page());
        add(lines, more);
        page();
        if (last == null) {
            removeAll();
            add(new EmptyState(Glyph.Of.NOTE, getTranslation("ui.leads.record.followups.none")));
        }
    }

    /** One talk, also on paper. */
    static Component entry(LeadDoors doors, Locale locale, FollowupLine line) {
        var kind = new Span(doors.messages().of(locale, line.kind()));
        kind.addClassName("chip");
        var when =
                new Div(kind, new Span(Shown.date(line.happenedOn()) + " · " + line.authorName()));
        when.addClassNames("when", "line");
        var text = new Div(line.text());
        text.addClassName("lead-said");
        var entry = new Div(when, text);
        if (!line.participants().isEmpty()) {
            var who = new Div(String.join("、", line.participants()));
            who.addClassName("when");
            entry.add(who);
        }
        return entry;
    }

    private void page() {
        var page = doors.followups().of(lead, last, PAGE);
        page.forEach(line -> lines.add(entry(doors, getLocale(), line)));
        if (!page.isEmpty()) {
            var end = page.getLast();
            last = new Moment(end.at(), end.id().value());
        }
        more.setVisible(page.size() == PAGE);
    }
}
