package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import org.jspecify.annotations.Nullable;
import org.kaiyuan.leads.LeadId;
import org.kaiyuan.platform.audit.ChangeEntry;
import org.kaiyuan.platform.audit.ChangePlace;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** Who changed what of a lead when, the newest first, page by page. */
class LeadHistoryPanel extends Div {
    private static final int PAGE = 50;

    final Div lines = new Div();
    final Button more = new Button();
    private final transient LeadDoors doors;
    private final transient LeadWords words;
    private final LeadId lead;
    private transient @Nullable ChangePlace last;

    LeadHistoryPanel(LeadDoors doors, LeadId lead) {
        this.doors = doors;
        this.lead = lead;
        words = new LeadWords(doors.messages(), getLocale());
        lines.addClassName("timeline");
        more.setText(getTranslation("ui.more"));
        more.addClickListener(click -> page());
        add(lines, more);
        page();
        if (last == null) {
            removeAll();
            add(new EmptyState(Glyph.Of.CLOCK, getTranslation("ui.leads.record.history.none")));
        }
    }

    private void page() {
        var page = doors.directory().history(lead, last, PAGE);
        page.forEach(line -> lines.add(entry(line)));
        if (!page.isEmpty()) {
            last = page.getLast().place();
        }
        more.setVisible(page.size() == PAGE);
    }

    private Div entry(ChangeEntry line) {
        var when =
                new Div(
                        Shown.moment(line.at())
                                + " · "
                                + line.actorName()
                                + " · "
                                + words.act(line));
        when.addClassName("when");
        return new Div(when, new Div(sentence(line)));
    }

    private String sentence(ChangeEntry line) {
        var field = line.field();
        if (field == null) {
            return words.act(line);
        }
        if (line.act().equals("unmasked")) {
            return getTranslation("ui.unmask.line", line.before(), line.after());
        }
        if (line.act().equals("attached")) {
            return Shown.text(line.after());
        }
        if (line.act().equals("detached")) {
            return Shown.text(line.before());
        }
        if (line.before() == null && line.act().equals("followed")) {
            return words.field(line, field);
        }
        return words.label(field)
                + getTranslation("ui.colon")
                + words.value(field, line.before())
                + " → "
                + words.value(field, line.after());
    }
}
