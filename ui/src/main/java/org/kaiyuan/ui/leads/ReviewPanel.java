package org.kaiyuan.ui.leads;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.kaiyuan.leads.LeadDetails;
import org.kaiyuan.leads.LeadPermissions;
import org.kaiyuan.leads.LeadReview;
import org.kaiyuan.leads.ReviewOpinion;
import org.kaiyuan.leads.ReviewState;
import org.kaiyuan.leads.TeamMember;
import org.kaiyuan.ui.kit.AskDialog;
import org.kaiyuan.ui.kit.DayField;
import org.kaiyuan.ui.kit.EmptyState;
import org.kaiyuan.ui.kit.Glyph;
import org.kaiyuan.ui.kit.PlainTable;
import org.kaiyuan.ui.kit.Shown;

/** The admission reviews of a lead: opened with its reviewers, scored by each, closed with its minutes. */
class ReviewPanel extends LeadPanel {
    final Button open = new Button();

    ReviewPanel(LeadDoors doors, LeadDetails lead, SerializableRunnable changed) {
        super(doors, lead, changed);
        var reviews = doors.reviews().of(lead.id());
        boolean keeps = doors.person().may(LeadPermissions.REVIEW);
        open.setText(word("review.open"));
        open.setIcon(new Glyph(Glyph.Of.PLUS));
        open.addThemeVariants(ButtonVariant.LUMO_SMALL);
        open.addClickListener(click -> open());
        boolean waiting = reviews.stream().anyMatch(one -> one.state() == ReviewState.OPEN);
        open.setVisible(keeps && !waiting);
        if (reviews.isEmpty()) {
            add(
                    new EmptyState(
                            Glyph.Of.CHECK,
                            word(keeps ? "review.none.open" : "review.none"),
                            open));
            return;
        }
        add(open);
        reviews.forEach(review -> add(section(review, keeps)));
    }

    private Component section(LeadReview review, boolean keeps) {
        var chips =
                new Div(
                        chip(
                                name(review.state()),
                                review.state() == ReviewState.PASSED
                                        ? "good"
                                        : review.state() == ReviewState.FAILED
                                                ? "bad"
                                                : "waiting"));
        chips.addClassName("chips");
        if (review.vetoed()) {
            chips.add(chip(word("review.vetoed"), "bad"));
        }
        if (review.score() != null) {
            chips.add(
                    chip(
                            word(
                                    "review.score",
                                    Shown.figure(review.score()),
                                    String.valueOf(review.table().passMark()))));
        }
        var when =
                quiet(
                        word(
                                "review.when",
                                Shown.moment(review.openedAt()),
                                Shown.date(review.meetingOn()),
                                String.valueOf(review.table().number())));
        var section = new Section(chips, when);
        section.addClassName("form-group");
        section.add(opinions(review, keeps));
        if (review.minutes() != null) {
            var minutes = new Div(review.minutes());
            minutes.addClassName("lead-said");
            section.add(minutes);
        }
        if (review.state() == ReviewState.OPEN) {
            section.add(actions(review, keeps));
        }
        return section;
    }

    /** While it is open each scores for themselves: only who keeps the review sees the others' points. */
    private Component opinions(LeadReview review, boolean keeps) {
        boolean all = keeps || review.state() != ReviewState.OPEN;
        var shown = review.opinions().stream().filter(one -> all || isMine(one)).toList();
        var div = new Div();
        var waiting =
                review.opinions().stream()
                        .filter(one -> one.points() == null)
                        .map(ReviewOpinion::name)
                        .toList();
        if (!waiting.isEmpty()) {
            div.add(quiet(word("review.waiting", String.join("、", waiting))));
        }
        if (shown.stream().anyMatch(one -> one.points() != null)) {
            div.add(table(review, shown));
        }
        for (var one : shown) {
            if (one.remark() != null || !one.vetoes().isEmpty()) {
                var said =
                        new Div(
                                one.name()
                                        + getTranslation("ui.colon")
                                        + String.join("、", one.vetoes())
                                        + (one.vetoes().isEmpty() || one.remark() == null
                                                ? ""
                                                : " · ")
                                        + Objects.requireNonNullElse(one.remark(), ""));
                said.addClassName("lead-said");
                div.add(said);
            }
        }
        return div;
    }

    static PlainTable table(
            String caption,
            String item,
            String total,
            LeadReview review,
            List<ReviewOpinion> opinions) {
        var given = opinions.stream().filter(one -> one.points() != null).toList();
        var heads = new ArrayList<>(List.of(item));
        given.forEach(one -> heads.add(one.name()));
        var table = new PlainTable(caption, heads).numbersFrom(1);
        for (var line : review.table().items()) {
            var cells = new ArrayList<Object>(List.of(line.name() + " / " + line.most()));
            for (var one : given) {
                var points = one.points() == null ? null : one.points().get(line.key());
                cells.add(points == null ? Shown.NOTHING : points);
            }
            table.row(cells.toArray());
        }
        var sum = new ArrayList<Object>(List.of(total));
        for (var one : given) {
            sum.add(String.valueOf(one.total()));
        }
        return table.sum(sum.toArray());
    }

    private PlainTable table(LeadReview review, List<ReviewOpinion> opinions) {
        return table(
                word("review.points"), word("review.item"), word("review.total"), review, opinions);
    }

    private Component actions(LeadReview review, boolean keeps) {
        var row = new Div();
        row.addClassName("actions");
        review.opinions().stream()
                .filter(this::isMine)
                .findFirst()
                .ifPresent(mine -> {
                    var give =
                            new Button(
                                    word(
                                            mine.points() == null
                                                    ? "review.give"
                                                    : "review.give.anew"),
                                    click -> give(review, mine));
                    give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                    row.add(give);
                });
        if (keeps) {
            row.add(
                    new Button(word("review.close"), click -> close(review)),
                    new Button(word("review.withdraw"), click -> withdraw(review)));
        }
        return row;
    }

    private boolean isMine(ReviewOpinion opinion) {
        return opinion.username().equals(doors.person().username());
    }

    private void open() {
        var reviewers = new MultiSelectComboBox<TeamMember>();
        Colleagues.offer(reviewers, doors.assignment());
        var meeting = new DayField();
        var dialog =
                new AskDialog(
                        word("review.open"),
                        word("review.open.go"),
                        () -> {
                            doors.reviews()
                                    .open(
                                            lead.id(),
                                            reviewers.getValue().stream()
                                                    .map(TeamMember::username)
                                                    .toList(),
                                            meeting.getValue());
                            done("review.opened");
                        });
        dialog.saying(word("review.open.detail"));
        dialog.with("reviewers", getTranslation("leads.column.reviewers"), reviewers)
                .addClassName("wide");
        dialog.with("meetingOn", word("review.meetingOn"), meeting);
        dialog.open();
    }

    private void give(LeadReview review, ReviewOpinion mine) {
        var form = new OpinionFields(review.table(), mine);
        var dialog =
                new AskDialog(
                        word("review.give"),
                        word("review.give.go"),
                        () -> {
                            doors.reviews()
                                    .give(
                                            review.id(),
                                            form.points(),
                                            form.vetoes(),
                                            form.remarkNow());
                            done("review.given");
                        });
        dialog.form.add(form);
        form.addClassName("wide");
        form.points.forEach((item, field) -> dialog.refusedAt("points." + item, field));
        dialog.open();
    }

    private void close(LeadReview review) {
        var minutes = new TextArea();
        minutes.setMinRows(6);
        minutes.addClassName("wide");
        minutes.setRequiredIndicatorVisible(true);
        var meeting = new DayField();
        meeting.setValue(
                review.meetingOn() == null ? LocalDate.now(doors.clock()) : review.meetingOn());
        var dialog =
                new AskDialog(
                        word("review.close"),
                        word("review.close"),
                        () -> {
                            doors.reviews()
                                    .close(review.id(), minutes.getValue(), meeting.getValue());
                            done("review.closed");
                        });
        dialog.saying(word("review.close.detail", String.valueOf(review.table().passMark())));
        dialog.with("minutes", word("review.minutes"), minutes);
        dialog.with("meetingOn", word("review.meetingOn"), meeting);
        dialog.open();
    }

    private void withdraw(LeadReview review) {
        var asked = new TextArea[1];
        var dialog =
                new AskDialog(
                        word("review.withdraw"),
                        word("review.withdraw"),
                        () -> {
                            doors.reviews().withdraw(review.id(), asked[0].getValue());
                            done("review.withdrawn");
                        });
        asked[0] = dialog.reason();
        dialog.grave().open();
    }
}
