package org.kaiyuan.ui.services;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.kaiyuan.services.CaseId;
import org.kaiyuan.services.Complaint;
import org.kaiyuan.services.ComplaintState;
import org.kaiyuan.services.Rating;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.Shown;

/** What the enterprise thinks of a case: ratings and complaints, and what was done about them. */
class CaseFeedbackPanel extends Section {
    private final transient DeskFeedbackCells cells;

    CaseFeedbackPanel(CaseDoors doors, CaseId id) {
        cells = new DeskFeedbackCells(doors.messages(), getLocale(), doors.today());
        addClassName("case-feedback");
        var ratings = doors.ratings().of(id);
        var complaints = doors.complaints().of(id);
        if (ratings.isEmpty() && complaints.isEmpty()) {
            add(new EmptyState(Glyph.Of.STAR, word("feedback.none")));
            return;
        }
        if (!ratings.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("check-list");
            ratings.forEach(one -> list.add(item(one)));
            add(new H2(word("ratings")), list);
        }
        if (!complaints.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("check-list");
            complaints.forEach(one -> list.add(item(one)));
            add(new H2(word("complaints")), list);
        }
    }

    private ListItem item(Rating one) {
        var head = new Div(cells.stars(one), cells.state(one));
        head.addClassName("check-head");
        var item = new ListItem(head, CaseCells.sub(cells.about(one)));
        cells.said(one).forEach(line -> item.add(new Paragraph(line)));
        return item;
    }

    private ListItem item(Complaint one) {
        var said = new Span(one.said());
        said.addClassName("title");
        var head = new Div(said, cells.state(one));
        head.addClassName("check-head");
        var item = new ListItem(head, CaseCells.sub(Shown.moment(one.at())));
        if (one.state() == ComplaintState.ANSWERED) {
            item.add(
                    new Paragraph(Shown.text(one.answer())),
                    CaseCells.sub(
                            Shown.text(one.answeredName())
                                    + " · "
                                    + Shown.moment(one.answeredAt())));
        }
        return item;
    }

    private String word(String key, Object... arguments) {
        return getTranslation("ui.services.desk." + key, arguments);
    }
}
